import { OptionError } from '@proj/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Filters, filtersOf } from './filters.js';

const name = fc.oneof(fc.constantFrom('__proto__', 'tag:Name', 'status'), fc.string({ minLength: 1 }));
const entries = fc.uniqueArray(fc.tuple(name, fc.array(fc.string(), { minLength: 1 })), { selector: ([key]) => key });
const sorted = (list: readonly { Name?: string | undefined }[] = []) =>
  [...list].sort((a, b) => (String(a.Name) < String(b.Name) ? -1 : 1));

test('no name and no value is lost, in either form', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const expected = given.map(([Name, Values]) => ({ Name, Values }));
      expect(sorted(filtersOf('test', Object.fromEntries(given)))).toEqual(sorted(expected));
      expect(filtersOf('test', expected)).toEqual(expected);
    }),
  );
});

test('a single value needs no list', () => {
  expect(filtersOf('test', { status: 'available' })).toEqual([{ Name: 'status', Values: ['available'] }]);
});

test('what was given is neither kept nor changed', () => {
  const values = ['a'];
  const filters = filtersOf('test', [{ Name: 'status', Values: values }]);
  filters?.[0]?.Values?.push('b');
  expect(values).toEqual(['a']);
});

test.each<[Filters | null, string]>([
  [{ status: [] }, "the filter 'status' has no values"],
  [[{ Name: 'status' }], "the filter 'status' has no values"],
  [[{ Values: ['a'] }], 'a filter has no name'],
  [[null] as object as Filters, 'a filter has no name'],
  [null, 'filters are an object'],
])('%j would not filter, and is refused', (filters, message) => {
  expect(() => filtersOf('test', filters as Filters)).toThrow(message);
});

test.each([[[8]], [100], [true], [null], [{ size: 8 }], [['8', undefined]]])(
  '%j is no text, and is refused: it would be sent as something else',
  (size) => {
    const message = "volumes(options): the filter 'size' has a value that is no text: give a text or a list of texts";
    expect(() => filtersOf('volumes(options)', { size } as object as Filters)).toThrow(message);
    expect(() => filtersOf('volumes(options)', { size } as object as Filters)).toThrow(OptionError);
    expect(() => filtersOf('volumes(options)', [{ Name: 'size', Values: size }] as Filters)).toThrow(message);
  },
);
