import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '../../ordering/compare-bytes.js';
import { SortedMap } from '../../ordering/sorted-map.js';
import { listNames } from './list-names.js';
import type { Wanted } from './wanted.js';

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', '/', 'é', '\u{1F375}'), maxLength });
const wanted: fc.Arbitrary<Wanted> = fc.record({
  prefix: text(2),
  delimiter: fc.constantFrom('', '/', 'a', 'b/'),
  from: text(3),
  to: text(3),
  limit: fc.integer({ min: 0, max: 8 }),
  reverse: fc.boolean(),
  path: fc.constant(undefined),
});

/** The same by looking at every name. */
function naive(names: readonly string[], { prefix, delimiter, from, to, limit, reverse }: Wanted): readonly string[] {
  const order = (a: string, b: string) => (reverse ? compareBytes(b, a) : compareBytes(a, b));
  const listed: string[] = [];
  for (const name of [...names].sort(order)) {
    const within = (from === '' || order(name, from) > 0) && (to === '' || order(name, to) < 0);
    if (!name.startsWith(prefix) || !within) continue;
    const at = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
    const subdir = name.slice(0, at + delimiter.length);
    if (at < 0) listed.push(name);
    else if (listed.at(-1) !== `[${subdir}]` && subdir !== from) listed.push(`[${subdir}]`);
  }
  return listed.slice(0, limit);
}

it('lists what one would who looked at every name', () => {
  const names = fc.uniqueArray(text(5), { maxLength: 20 });
  fc.assert(
    fc.property(names, wanted, (all, asked) => {
      const map = new SortedMap<string>();
      for (const name of all) map.set(name, name);
      const listed = listNames(map, asked).map((one) => ('subdir' in one ? `[${one.subdir}]` : one.name));
      expect(listed).toEqual(naive(all, asked));
    }),
    { numRuns: 2000 },
  );
});
