import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueryParameters } from './query-parameters.js';

const step = fc.oneof(fc.stringMatching(/^[A-Za-z_]{1,12}$/), fc.constantFrom('__proto__', 'constructor', 'toString'));

describe('QueryParameters', () => {
  it('reads back whatever was form-encoded', () => {
    const parameters = fc.dictionary(step, fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(parameters, (given) => {
        const read = QueryParameters.parse(new URLSearchParams(given).toString());
        for (const [name, value] of Object.entries(given)) expect(read.value(name)).toBe(value);
        expect([...read.names()].sort()).toEqual(Object.keys(given).sort());
      }),
    );
  });

  it('reads lists by index, whatever the order and the gaps', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1 }), (indexes) => {
        const text = indexes.map((index) => `Id.${index}=${index}`).join('&');
        const inOrder = [...indexes].sort((a, b) => a - b).map(String);
        expect(QueryParameters.parse(text).list('Id')).toEqual(inOrder);
      }),
    );
  });

  it('reads structures within structures', () => {
    const read = QueryParameters.parse('Filter.1.Name=size&Filter.1.Value.1=8&Filter.1.Value.2=9&Filter.2.Name=status');
    expect(read.structs('Filter').map((filter) => [filter.value('Name'), filter.list('Value')])).toEqual([
      ['size', ['8', '9']],
      ['status', []],
    ]);
  });

  it('never fails but by refusing depth, and touches no prototype', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          QueryParameters.parse(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'MalformedQueryString' });
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
    expect(() => QueryParameters.parse(`${'a.'.repeat(100_000)}=1`)).toThrow('nested too deeply');
  });

  it('lets the first of two equal names count', () => {
    expect(QueryParameters.parse('Action=A&Action=B').value('Action')).toBe('A');
  });

  it('gives the same entries for the same parameters', () => {
    expect(QueryParameters.parse('b.1=2&a=1').entries()).toEqual([
      ['b.1', '2'],
      ['a', '1'],
    ]);
  });
});
