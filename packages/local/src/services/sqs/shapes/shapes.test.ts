import { describe, expect, it } from 'vitest';
import { QueryParameters } from '../../../wire/query-parameters.js';
import { list, map, type Named } from './collections.js';
import { bytes, flag, integer, text } from './scalars.js';
import { structure } from './structure.js';

interface Whole {
  readonly Name: string;
  readonly Count?: number | undefined;
  readonly Open?: boolean | undefined;
  readonly Data?: string | undefined;
  readonly Words?: readonly string[] | undefined;
  readonly Sizes?: Named<number> | undefined;
}

const whole = structure<Whole>(
  {
    Name: text,
    Count: integer,
    Open: flag,
    Data: bytes,
    Words: list(text, 'Word'),
    Sizes: map(integer, 'Size', 'Name'),
  },
  ['Name'],
);
const fromQuery = (query: string) => whole.fromQuery(QueryParameters.parse(query), '');
const value = { Name: 'a', Count: -7, Open: true, Data: 'AP8=', Words: ['x', 'y'], Sizes: { big: 9 } };

describe('a structure', () => {
  it('is the same from JSON and from parameters', () => {
    const query = 'Name=a&Count=-7&Open=true&Data=AP8%3D&Word.1=x&Word.2=y&Size.1.Name=big&Size.1.Value=9';
    expect(whole.fromJson(structuredClone(value), '')).toEqual(value);
    expect(fromQuery(query)).toEqual(value);
    expect(fromQuery('Name=a&Word=x&Size.Name=big&Size.Value=9')).toEqual({
      Name: 'a',
      Words: ['x'],
      Sizes: { big: 9 },
    });
    expect(whole.fromJson({ Name: 'a', Count: null }, '')).toEqual({ Name: 'a' });
  });

  it.each([
    [{}, 'MissingParameter', 'Name'],
    [{ Name: 1 }, 'SerializationException', 'Name must be a string'],
    [{ Name: 'a', Count: 1.5 }, 'SerializationException', 'Count'],
    [{ Name: 'a', Count: '1' }, 'SerializationException', 'Count'],
    [{ Name: 'a', Open: 'true' }, 'SerializationException', 'Open'],
    [{ Name: 'a', Data: 'AP8' }, 'SerializationException', 'Data'],
    [{ Name: 'a', Words: 'x' }, 'SerializationException', 'Word'],
    [{ Name: 'a', Words: ['x', 2] }, 'SerializationException', 'Word.2'],
    [{ Name: 'a', Sizes: ['x'] }, 'SerializationException', 'Size'],
    [{ Name: 'a', Sizes: { big: 'x' } }, 'SerializationException', 'Size.big'],
    [{ Name: 'a', Other: 1 }, 'UnknownParameter', 'Other'],
    [[], 'SerializationException', 'an object'],
    ['x', 'SerializationException', 'an object'],
  ])('refuses %j', (given, code, message) => {
    const error = expect.objectContaining({ code, message: expect.stringContaining(message) });
    expect(() => whole.fromJson(given, '')).toThrow(error);
  });

  it.each([
    ['', 'MissingParameter'],
    ['Name=a&Count=x', 'SerializationException'],
    ['Name=a&Data=x', 'SerializationException'],
    ['Name=a&Size.1.Name=big&Size.1.Value=x', 'SerializationException'],
    ['Name=a&Words.1=x', 'UnknownParameter'],
  ])('refuses the parameters %s', (query, code) => {
    expect(() => fromQuery(query)).toThrow(expect.objectContaining({ code }));
  });
});
