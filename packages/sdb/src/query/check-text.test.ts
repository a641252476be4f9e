import { isOptionError } from '@proj/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLimitError } from '../client/limits/limit-error.js';
import { checkDomainName } from './check-domain-name.js';
import { checkName, checkValue } from './check-text.js';

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('bytes of UTF-8 are counted, not characters', () => {
  for (const [fits, over] of [
    ['a'.repeat(1024), 'a'.repeat(1025)],
    ['é'.repeat(512), `${'é'.repeat(512)}a`],
    [`${'€'.repeat(341)}a`, '€'.repeat(342)],
    ['😀'.repeat(256), `${'😀'.repeat(256)}a`],
  ] as const) {
    expect(thrownBy(() => checkName('item', fits))).toBeUndefined();
    expect(thrownBy(() => checkValue(fits))).toBeUndefined();
    expect(thrownBy(() => checkValue(over))).toMatchObject({ maximum: 1024, actual: Buffer.byteLength(over) });
  }
});

test('any text is refused exactly when its bytes are too many', () => {
  const unit = fc.constantFrom('a', 'é', '€', '😀');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 200, maxLength: 1100 }), (text) => {
      expect(isLimitError(thrownBy(() => checkValue(text)))).toBe(Buffer.byteLength(text) > 1024);
    }),
  );
});

test('the message names the limit', () => {
  expect(() => checkName('attribute', 'x'.repeat(2000))).toThrow(
    'at most 1024 bytes of UTF-8 for each attribute name; there are 2000: shorten it',
  );
  expect(thrownBy(() => checkName('item', 'x'.repeat(1025)))).toMatchObject({ limit: 'item name', actual: 1025 });
  expect(thrownBy(() => checkValue('x'.repeat(1025)))).toMatchObject({ limit: 'value', actual: 1025 });
});

test('a name has at least one byte, a value needs none', () => {
  expect(isOptionError(thrownBy(() => checkName('item', '')))).toBe(true);
  expect(isOptionError(thrownBy(() => checkName('attribute', '')))).toBe(true);
  expect(thrownBy(() => checkValue(''))).toBeUndefined();
});

test('what is no text, and what has no UTF-8, is refused', () => {
  for (const other of [undefined, null, 5, {}, ['a'], '\ud800', 'a\udc00b', '\udc00\ud800']) {
    expect(isOptionError(thrownBy(() => checkValue(other)))).toBe(true);
    expect(isOptionError(thrownBy(() => checkName('item', other)))).toBe(true);
  }
});

test('a domain name has 3 to 255 of certain characters', () => {
  for (const name of ['abc', 'A-b_c.9', 'x'.repeat(255)]) expect(thrownBy(() => checkDomainName(name))).toBeUndefined();
  for (const name of ['', 'ab', 'my domain', 'a`b', 'dömain', 'abc\n', 'x'.repeat(256)]) {
    expect(thrownBy(() => checkDomainName(name))).toMatchObject({ limit: 'domain name', actual: name.length });
  }
  for (const other of [undefined, null, 7, {}])
    expect(isOptionError(thrownBy(() => checkDomainName(other)))).toBe(true);
});
