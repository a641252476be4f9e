import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of, composite, join, nothing, update } from './crc32.js';

test('the checksum of two pieces is that of both together', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (a, b) => {
      const joined = join(update(nothing, a), update(nothing, b));
      expect(joined).toEqual({ crc: crc32(Buffer.concat([a, b])), bytes: a.length + b.length });
    }),
  );
});

test('so is that of any number, and of pieces of gigabytes', () => {
  const zeros = { crc: crc32(Buffer.alloc(2 ** 20)), bytes: 2 ** 20 };
  let large = zeros;
  for (let time = 0; time < 12; time += 1) large = join(large, large);
  let slow = 0;
  const piece = Buffer.alloc(2 ** 24);
  for (let time = 0; time < 2 ** 8; time += 1) slow = crc32(piece, slow);
  expect(large).toEqual({ crc: slow, bytes: 2 ** 32 });
});

test('it is written as S3 writes it', () => {
  const hello = update(nothing, Buffer.from('hello'));
  expect(base64Of(hello)).toBe('NhCmhg==');
  expect(composite([hello, hello])).toMatch(/^[\w+/]{6}==-2$/);
});
