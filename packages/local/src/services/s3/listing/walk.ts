import { compareBytes } from '../../ordering/compare-bytes.js';
import type { ObjectVersion } from '../store/object-version.js';
import type { Objects } from '../store/objects.js';
import { commonPrefix } from './common-prefix.js';

/** What of a bucket is listed. */
export interface Wanted {
  readonly prefix: string;
  readonly delimiter: string;
  /** The key, or the common prefix, behind which it begins. */
  readonly after: string;
  readonly most: number;
}

/** A key with its versions, or the prefix that several keys have in common. */
export type Found = { readonly prefix: string } | { readonly key: string; readonly versions: readonly ObjectVersion[] };

/** A page of a listing. */
export interface Page {
  readonly found: readonly Found[];
  /** Where the next page begins, if there is one. */
  readonly next: string | undefined;
}

/**
 * One page, in the order of the keys' bytes. What is behind a common prefix is found by its place, without looking at
 * what has it in common.
 *
 * @param shows - whether a key is listed
 */
export function walk(objects: Objects, wanted: Wanted, shows: (versions: readonly ObjectVersion[]) => boolean): Page {
  const found: Found[] = [];
  const { prefix, most } = wanted;
  if (most === 0) return { found, next: undefined };
  let entries = objects.from(startOf(wanted));
  let last = '';
  for (let step = entries.next(); !step.done; step = entries.next()) {
    const [key, versions] = step.value;
    if (!key.startsWith(prefix)) break;
    if (!shows(versions)) continue;
    if (found.length === most) return { found, next: last };
    const common = commonPrefix(key, wanted);
    found.push(common === undefined ? { key, versions } : { prefix: common });
    last = common ?? key;
    if (common !== undefined) entries = objects.from((one) => isBehind(one, common));
  }
  return { found, next: undefined };
}

function startOf({ prefix, after, delimiter }: Wanted): (key: string) => boolean {
  const skipped = delimiter !== '' && after.endsWith(delimiter) && after.length > prefix.length;
  const isAfter = skipped ? isBehind : (key: string, than: string) => compareBytes(key, than) > 0;
  return (key) => compareBytes(key, prefix) >= 0 && (after === '' || isAfter(key, after));
}

/** Whether a key is behind all that begin with this. */
function isBehind(key: string, start: string): boolean {
  return compareBytes(key, start) > 0 && !key.startsWith(start);
}
