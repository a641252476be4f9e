import { compareBytes } from '../../ordering/compare-bytes.js';
import type { SortedMap } from '../../ordering/sorted-map.js';
import type { Wanted } from './wanted.js';

/** A name with what it stands for, or the beginning that several names have in common. */
export type Listed<T> = { readonly subdir: string } | { readonly name: string; readonly value: T };

/** What of a sorted map is wanted, in its order: what has a beginning in common is stepped over, not looked at. */
export function listNames<T>(map: SortedMap<T>, wanted: Wanted): readonly Listed<T>[] {
  const listed: Listed<T>[] = [];
  let entries = begin(map, wanted);
  while (listed.length < wanted.limit) {
    const { value: entry, done } = entries.next();
    if (done) break;
    const [name, value] = entry;
    if (isOver(name, wanted)) break;
    const subdir = subdirOf(name, wanted);
    if (subdir !== undefined) {
      if (wanted.path === undefined && subdir !== wanted.from) listed.push({ subdir });
      entries = goOn(map, subdir, wanted);
    } else if (name !== wanted.path) listed.push({ name, value });
  }
  return listed;
}

function begin<T>(map: SortedMap<T>, { reverse, from, prefix }: Wanted): IterableIterator<[string, T]> {
  if (!reverse) {
    return map.from((name) => compareBytes(name, prefix) >= 0 && (from === '' || compareBytes(name, from) > 0));
  }
  const behind = (name: string): boolean => compareBytes(name, prefix) > 0 && !name.startsWith(prefix);
  return map.back((name) => behind(name) || (from !== '' && compareBytes(name, from) >= 0));
}

function isOver(name: string, { reverse, to, prefix }: Wanted): boolean {
  if (!name.startsWith(prefix)) return true;
  if (to === '') return false;
  return reverse ? compareBytes(name, to) <= 0 : compareBytes(name, to) >= 0;
}

function subdirOf(name: string, { delimiter, prefix, path }: Wanted): string | undefined {
  const at = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
  if (at < 0 || (path !== undefined && at + delimiter.length === name.length)) return undefined;
  return name.slice(0, at + delimiter.length);
}

function goOn<T>(map: SortedMap<T>, subdir: string, { reverse }: Wanted): IterableIterator<[string, T]> {
  if (reverse) return map.back((name) => compareBytes(name, subdir) >= 0);
  return map.from((name) => compareBytes(name, subdir) > 0 && !name.startsWith(subdir));
}
