import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Parsed, parseShorthand } from './parse-shorthand.js';

/** Maps as objects, to be compared. */
function plain(parsed: Parsed): unknown {
  if (typeof parsed === 'string') return parsed;
  if (!(parsed instanceof Map)) return (parsed as readonly Parsed[]).map(plain);
  return Object.fromEntries([...parsed].map(([name, value]) => [name, plain(value)]));
}

const read = (text: string) => plain(parseShorthand(text));

test.each([
  ['Name=tag:Name,Values=a,b', { Name: 'tag:Name', Values: ['a', 'b'] }],
  ['Key=a,Value=b', { Key: 'a', Value: 'b' }],
  ['Key=a,Value=', { Key: 'a', Value: '' }],
  ['Key=,Value=b', { Key: '', Value: 'b' }],
  ['Key=\'a,b=c\',Value="d e"', { Key: 'a,b=c', Value: 'd e' }],
  ["Key='it\\'s'", { Key: "it's" }],
  ['Values=a\\,b,c', { Values: ['a,b', 'c'] }],
  ['a=b=c', { a: 'b=c' }],
  ['Values=[a,b]', { Values: ['a', 'b'] }],
  ['Values=[]', { Values: [] }],
  [
    'Ebs={VolumeSize=8,Encrypted=true},Device=/dev/sda',
    { Ebs: { VolumeSize: '8', Encrypted: 'true' }, Device: '/dev/sda' },
  ],
  ['A=[{B=c},{B=d}]', { A: [{ B: 'c' }, { B: 'd' }] }],
  ['Name = a , Values = b , c', { Name: 'a', Values: ['b', 'c'] }],
  ['Values=a b c', { Values: 'a b c' }],
  ['Url=https://example.com/x?y=z', { Url: 'https://example.com/x?y=z' }],
  ['__proto__=a', JSON.parse('{"__proto__":"a"}')],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
  expect(Object.getPrototypeOf(parseShorthand(text))).toBe(Map.prototype);
});

test.each([
  ['abc', "expected '='"],
  ['', 'expected a key'],
  ['=a', 'expected a key'],
  ['Key=a,Key=b', "expected another key than 'Key'"],
  ["Key='a", "expected a closing '"],
  ['A=[b', "expected ','"],
  ['A=[b,', "expected ']'"],
  ['A={b=c', "expected ','"],
  ['A={b}', "expected '='"],
  ['Values=a]', "expected ','"],
])('%s is refused: %s', (text, why) => {
  expect(() => parseShorthand(text)).toThrow(why);
});

test('a file is read where @= says so', () => {
  const files = new Map([['file://p', 'content']]);
  expect(plain(parseShorthand('Policy@=file://p,Name=file://p', (path) => files.get(path) ?? path))).toEqual({
    Policy: 'content',
    Name: 'file://p',
  });
});

const keys = fc.stringMatching(/^[A-Za-z0-9\-_.#/:]{1,8}$/);
const quotable = fc.string().map((text) => text.replaceAll('\\', ''));

/** Any structure that shorthand can say. */
const { value } = fc.letrec<{ value: Parsed; list: readonly Parsed[]; map: ReadonlyMap<string, Parsed> }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, quotable, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  map: fc.dictionary(keys, tie('value'), { maxKeys: 3 }).map((members) => new Map(Object.entries(members))),
}));

function written(parsed: Parsed): string {
  if (typeof parsed === 'string') return `'${parsed.replaceAll("'", "\\'")}'`;
  if (parsed instanceof Map) return `{${pairs(parsed)}}`;
  return `[${(parsed as readonly Parsed[]).map(written).join(', ')}]`;
}

function pairs(parsed: ReadonlyMap<string, Parsed>): string {
  return [...parsed].map(([name, member]) => `${name}=${written(member)}`).join(',');
}

test('whatever is written is what is read', () => {
  fc.assert(
    fc.property(fc.dictionary(keys, value, { minKeys: 1, maxKeys: 4 }), (members) => {
      const map = new Map(Object.entries(members));
      expect(parseShorthand(pairs(map))).toEqual(map);
    }),
  );
});

test('any text is read or refused, in no time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A=,[\]{}'"\\ @]{0,40}$/)), (text) => {
      try {
        expect(parseShorthand(text)).toBeInstanceOf(Map);
      } catch (error) {
        expect((error as Error).name).toBe('ShorthandError');
      }
    }),
  );
});
