import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Folder } from '../../pieces/folder.js';
import type { ObjectVersion } from '../store/object-version.js';
import { Objects } from '../store/objects.js';
import { Records } from '../store/records.js';
import { walk } from './walk.js';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function bucketOf(keys: readonly string[]): Objects {
  const objects = new Objects('b', new Records(new Folder(undefined)));
  for (const key of keys) objects.take({ key, id: key, versionId: 'null', sequence: 0 } as ObjectVersion);
  return objects;
}

/** What a listing should tell: sorted, folded, and cut. */
function expected(keys: readonly string[], prefix: string, delimiter: string): string[] {
  const folded = keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      return at < 0 ? key : `${key.slice(0, at + delimiter.length)} …`;
    });
  return [...new Set(folded)].sort((a, b) => byBytes(a.replace(' …', ''), b.replace(' …', '')));
}

describe('walk', () => {
  it('tells, page after page, what a plain listing would', () => {
    const key = fc.stringMatching(/^[ab/\u{1F600}\uFFFD]{1,5}$/u);
    const keys = fc.uniqueArray(key, { maxLength: 60 });
    const start = fc.constantFrom('', 'a', 'a/', '/');
    fc.assert(
      fc.property(
        keys,
        start,
        fc.constantFrom('', '/', 'b/'),
        fc.integer({ min: 1, max: 7 }),
        (all, prefix, delimiter, most) => {
          const objects = bucketOf(all);
          const told: string[] = [];
          let after: string | undefined = '';
          while (after !== undefined) {
            const { found, next } = walk(objects, { prefix, delimiter, after, most }, () => true);
            told.push(...found.map((one) => ('key' in one ? one.key : `${one.prefix} …`)));
            expect(found.length).toBeLessThanOrEqual(most);
            after = next;
          }
          expect(told).toEqual(expected(all, prefix, delimiter));
        },
      ),
    );
  });
});
