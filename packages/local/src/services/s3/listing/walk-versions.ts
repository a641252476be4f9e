import { compareBytes } from '../../ordering/compare-bytes.js';
import type { ObjectVersion } from '../store/object-version.js';
import type { Objects } from '../store/objects.js';
import { commonPrefix } from './common-prefix.js';
import type { Wanted } from './walk.js';

/** A version of a listing, or a common prefix. */
export type FoundVersion = { readonly version: ObjectVersion; readonly latest: boolean } | { readonly prefix: string };

/** A page of versions. */
export interface VersionPage {
  readonly found: readonly FoundVersion[];
  readonly next: { readonly key: string; readonly versionId: string } | undefined;
}

/** One page of versions: by key, the newest of each first. */
export function walkVersions(objects: Objects, wanted: Wanted, versionMarker: string): VersionPage {
  const found: FoundVersion[] = [];
  let next = { key: '', versionId: '' };
  for (const one of behind(objects, wanted, versionMarker)) {
    if (found.length === wanted.most) return { found, next: found.length === 0 ? undefined : next };
    found.push(one);
    next = 'prefix' in one ? { key: one.prefix, versionId: '' } : one.version;
  }
  return { found, next: undefined };
}

function* behind(objects: Objects, wanted: Wanted, versionMarker: string): Iterable<FoundVersion> {
  const { prefix, after } = wanted;
  let entries = objects.from((key) => compareBytes(key, prefix) >= 0 && compareBytes(key, after) >= 0);
  for (let step = entries.next(); !step.done; step = entries.next()) {
    const [key, versions] = step.value;
    if (!key.startsWith(prefix)) return;
    const common = commonPrefix(key, wanted);
    if (common !== undefined) {
      if (common !== after) yield { prefix: common };
      entries = objects.from((one) => compareBytes(one, common) > 0 && !one.startsWith(common));
    } else if (key !== after) yield* numbered(versions, 0);
    else if (versionMarker !== '') yield* numbered(versions, 1 + indexOf(versions, versionMarker));
  }
}

function* numbered(versions: readonly ObjectVersion[], from: number): Iterable<FoundVersion> {
  for (let index = from; index < versions.length; index += 1) {
    yield { version: versions[index] as ObjectVersion, latest: index === 0 };
  }
}

/** Where a version stands; behind all, where it is gone. */
function indexOf(versions: readonly ObjectVersion[], versionId: string): number {
  const index = versions.findIndex((version) => version.versionId === versionId);
  return index < 0 ? versions.length : index;
}
