import { compareBytes } from '../../ordering/compare-bytes.js';
import type { Container } from '../store/container.js';
import type { StoredObject } from '../store/stored-object.js';
import type { Wanted } from './wanted.js';

/** A version, and whether it is the newest of its name; or the beginning that several names have in common. */
export type ListedVersion = { readonly subdir: string } | { readonly object: StoredObject; readonly latest: boolean };

/**
 * The versions in a container, by name, and of each name the newest first.
 *
 * @param versionMarker - the version of `from` behind which the listing begins
 */
export function listVersions(
  container: Container,
  wanted: Wanted,
  versionMarker: string | undefined,
  now: number,
): readonly ListedVersion[] {
  const { prefix, delimiter, from, to, limit } = wanted;
  const listed: ListedVersion[] = [];
  let last = from;
  for (const name of namesOf(container, now)) {
    if (!name.startsWith(prefix) || (to !== '' && compareBytes(name, to) >= 0)) continue;
    const order = from === '' ? 1 : compareBytes(name, from);
    if (order < 0 || (order === 0 && versionMarker === undefined)) continue;
    const at = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
    if (at >= 0) {
      const subdir = name.slice(0, at + delimiter.length);
      if (subdir !== last) listed.push({ subdir });
      last = subdir;
    } else listed.push(...versionsOf(container, name, order === 0 ? versionMarker : undefined, now));
    if (listed.length >= limit) break;
  }
  return listed.slice(0, limit);
}

function namesOf(container: Container, now: number): readonly string[] {
  const current = [...container.rows.at(now).from(() => true)];
  const kept = [...container.versions.lines.from(() => true)];
  return [...new Set([...current, ...kept].map(([name]) => name))].sort(compareBytes);
}

function versionsOf(container: Container, name: string, behind: string | undefined, now: number): ListedVersion[] {
  const current = container.rows.at(now).get(name);
  const line = container.versions.of(name);
  const all = current && current.versionId === undefined ? [current, ...line] : line;
  const versions = all.map((object, at) => ({ object, latest: at === 0 }));
  const at = versions.findIndex(({ object }) => (object.versionId ?? 'null') === behind);
  return versions.slice(at + 1);
}
