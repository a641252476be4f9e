import { compareBytes } from '../../ordering/compare-bytes.js';
import type { Upload } from '../store/upload.js';
import { commonPrefix } from './common-prefix.js';

/** What of a bucket's uploads is listed. */
export interface WantedUploads {
  readonly prefix: string;
  readonly delimiter: string;
  readonly keyMarker: string;
  readonly idMarker: string;
  readonly most: number;
}

/** A page of them. */
export interface UploadPage {
  readonly found: readonly (Upload | string)[];
  /** Where the next one begins, if there is one. */
  readonly next: { readonly key: string; readonly id: string } | undefined;
}

/** One page of uploads, by key, and those of a key by their age; a text is a common prefix. */
export function walkUploads(uploads: Iterable<Upload>, wanted: WantedUploads): UploadPage {
  const { prefix, most } = wanted;
  const found: (Upload | string)[] = [];
  let last = { key: '', id: '' };
  const left = [...uploads].filter(({ key }) => key.startsWith(prefix)).sort((a, b) => compareBytes(a.key, b.key));
  for (const upload of behindMarkers(left, wanted)) {
    const common = commonPrefix(upload.key, wanted);
    if (common !== undefined && found.at(-1) === common) continue;
    if (found.length === most) return { found, next: last };
    found.push(common ?? upload);
    last = common === undefined ? { key: upload.key, id: upload.id } : { key: common, id: '' };
  }
  return { found, next: undefined };
}

function behindMarkers(uploads: readonly Upload[], wanted: WantedUploads): readonly Upload[] {
  const { keyMarker, idMarker } = wanted;
  const same = uploads.filter(({ key }) => key === keyMarker);
  const at = same.findIndex(({ id }) => id === idMarker);
  const rest = idMarker === '' || at < 0 ? [] : same.slice(at + 1);
  const behind = uploads.filter(
    ({ key }) => compareBytes(key, keyMarker) > 0 && commonPrefix(key, wanted) !== keyMarker,
  );
  return keyMarker === '' ? uploads : [...rest, ...behind];
}
