import { describe, expect, it } from 'vitest';
import { QueryParameters } from '../../../wire/query-parameters.js';
import { compileFilters, type FilterFields } from './compile-filters.js';

interface Thing {
  readonly size: string;
  readonly tags: ReadonlyMap<string, string>;
}

const fields: FilterFields<Thing> = new Map([['size', ({ size }: Thing) => size]]);
const thing: Thing = {
  size: '8',
  tags: new Map([
    ['Name', 'web-1'],
    ['__proto__', 'x'],
  ]),
};

function passes(query: string): boolean {
  return compileFilters(QueryParameters.parse(query), fields, ({ tags }) => tags)(thing);
}

describe('compileFilters', () => {
  it.each([
    ['', true],
    ['Filter.1.Name=size&Filter.1.Value.1=8', true],
    ['Filter.1.Name=size&Filter.1.Value.1=9', false],
    ['Filter.1.Name=size&Filter.1.Value.1=9&Filter.1.Value.2=8', true],
    ['Filter.1.Name=size&Filter.1.Value.1=8&Filter.2.Name=tag:Name&Filter.2.Value.1=web-*', true],
    ['Filter.1.Name=size&Filter.1.Value.1=8&Filter.2.Name=tag:Name&Filter.2.Value.1=db-*', false],
    ['Filter.1.Name=tag:Other&Filter.1.Value.1=*', false],
    ['Filter.1.Name=tag:__proto__&Filter.1.Value.1=x', true],
    ['Filter.1.Name=tag-key&Filter.1.Value.1=Na?e', true],
    ['Filter.1.Name=tag-value&Filter.1.Value.1=web-1', true],
  ])('%s: %s', (query, expected) => expect(passes(query)).toBe(expected));

  it.each(['nonsense', '__proto__', 'constructor', ''])('refuses the filter %j', (name) => {
    expect(() => passes(`Filter.1.Name=${name}&Filter.1.Value.1=x`)).toThrow(`The filter '${name}' is invalid`);
  });

  it('refuses a filter without values, and one with more than 200', () => {
    expect(() => passes('Filter.1.Name=size')).toThrow('has no values');
    const values = Array.from({ length: 201 }, (_, index) => `&Filter.1.Value.${index + 1}=x`).join('');
    expect(() => passes(`Filter.1.Name=size${values}`)).toThrow('maximum number of filter values');
  });
});
