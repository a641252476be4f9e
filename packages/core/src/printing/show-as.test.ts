import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { showAs } from './show-as.js';

test('an object is printed as it is told to be, and stays what it was', () => {
  const shown = showAs({ a: 1, inner: { b: { c: 2 } } }, ({ inner }, show) => `Shown of ${show(inner)}`);
  expect(inspect(shown)).toBe('Shown of { b: { c: 2 } }');
  expect(inspect({ shown }, { depth: 1 })).toBe('{ shown: Shown of [Object] }');
  expect([Object.keys(shown), JSON.stringify(shown)]).toEqual([['a', 'inner'], '{"a":1,"inner":{"b":{"c":2}}}']);
  expect({ ...shown }).toEqual({ a: 1, inner: { b: { c: 2 } } });
});

test('a prototype lends its text to all that have it', () => {
  class Thing {
    readonly #name: string;
    static {
      showAs(Thing.prototype, (thing: Thing) => `Thing ${thing.#name}`);
    }
    constructor(name: string) {
      this.#name = name;
    }
  }
  expect(inspect([new Thing('a'), new Thing('b')])).toBe('[ Thing a, Thing b ]');
});
