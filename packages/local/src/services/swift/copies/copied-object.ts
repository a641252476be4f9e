import { isTrue } from '../listing/wanted.js';
import { SWIFT_LIMITS } from '../metadata/limits.js';
import { objectTerms } from '../objects/object-terms.js';
import { checkQuotas } from '../objects/quotas.js';
import { readRanges } from '../objects/ranges.js';
import type { Reading } from '../objects/reading.js';
import { saveBytes } from '../objects/save-body.js';
import { cutSlices, readSlices } from '../objects/slices.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';

type Made = Omit<StoredObject, 'name' | 'stamp'>;

/**
 * What a copy of an object is: its bytes, and what is said of it unless the call says something else, or wants nothing of it.
 *
 * @param reading - what is read of it; `asItIs` where a manifest stays a manifest
 */
export async function copiedObject(
  to: SwiftCall,
  source: StoredObject,
  reading: Reading & { readonly asItIs: boolean },
  range: string | undefined,
): Promise<Made> {
  const [only] = readRanges(range, reading.size) ?? [];
  const size = only ? only.end - only.start : reading.size;
  if (size > SWIFT_LIMITS.max_file_size) throw new SwiftError(413);
  checkQuotas(to, size);
  const terms = copiedTerms(to, source, reading.asItIs);
  const plain = !only && !source.manifest && !source.kept.has('x-object-manifest');
  if (plain || reading.asItIs) {
    const { etag, manifest, link } = source;
    return { ...terms, piece: await to.pieces.copy(source.piece), etag, manifest, link };
  }
  const slices = only ? cutSlices(reading.slices, only.start, only.end) : reading.slices;
  const { piece, md5 } = await saveBytes(to, readSlices(slices));
  return { ...terms, piece, etag: md5 };
}

function copiedTerms(to: SwiftCall, source: StoredObject, asItIs: boolean): Omit<Made, 'piece' | 'etag'> {
  const given = objectTerms(to);
  const sent = to.header('content-type');
  const contentType = sent === undefined || sent === '' ? source.contentType : given.contentType;
  if (isTrue(to.header('x-fresh-metadata'))) return { ...given, contentType };
  const kept = new Map([...source.kept].filter(([name]) => asItIs || name !== 'x-object-manifest'));
  return {
    contentType,
    metadata: new Map([...source.metadata, ...given.metadata]),
    kept: new Map([...kept, ...given.kept]),
    deleteAt: given.deleteAt ?? source.deleteAt,
  };
}
