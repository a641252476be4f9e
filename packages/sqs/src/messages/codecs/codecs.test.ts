import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCodecError } from './codec-error.js';
import { base64, base64Json, json, raw } from './codecs.js';

const whole = fc.string({ unit: 'binary' });

test('what is written is read again', () => {
  fc.assert(
    fc.property(whole, (text) => {
      expect(raw.decode(raw.encode(text))).toBe(text);
      expect(base64.decode(base64.encode(text))).toBe(text);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const written = JSON.parse(JSON.stringify(value)) as unknown;
      expect(json().decode(json().encode(value))).toEqual(written);
      expect(base64Json().decode(base64Json().encode(value))).toEqual(written);
    }),
  );
});

test.each([
  ['aGVsbG8=', 'hello'],
  ['aGVsbG8', 'hello'],
  ['aGVs\nbG8=', 'hello'],
  ['not base64!', 'not base64!'],
])('base64 reads %j as boto does', (body, text) => {
  expect(base64.decode(body)).toBe(text);
});

test('what a codec cannot do is a CodecError that says so', () => {
  expect(() => json().decode('{')).toThrow(expect.toSatisfy(isCodecError));
  expect(() => json().decode('{')).toThrow('json.decode: the body is no JSON');
  expect(() => json().encode(undefined)).toThrow('json.encode: a undefined has no JSON');
});
