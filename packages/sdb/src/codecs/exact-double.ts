import type { Codec } from './codec.js';
import { CodecError } from './codec-error.js';

const SIGN = 1n << 63n;
const ALL = (1n << 64n) - 1n;

/**
 * Every double but NaN as 16 hexadecimal digits whose byte order is that of the numbers: each comes back bit by bit.
 *
 * The infinities are at the ends. -0 is kept apart from 0, just before it, so that a comparison with one does not find the other: encode
 * `number + 0` where they should be the same.
 *
 * @example
 * ```ts
 * exactDouble.encode(12345.678); // 'c0c81cd6c8b43958'
 * select`* from ${domain} where ${attr('price')} >= ${exactDouble.encode(9.99)}`;
 * ```
 */
export const exactDouble: Codec<number> = {
  encode(number) {
    if (typeof number !== 'number' || Number.isNaN(number))
      throw new CodecError('exactDouble', 'encode', 'any number but NaN');
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setFloat64(0, number);
    return inOrder(bytes.getBigUint64(0)).toString(16).padStart(16, '0');
  },
  decode(text) {
    const bytes = new DataView(new ArrayBuffer(8));
    if (/^[0-9a-f]{16}$/.test(text)) bytes.setBigUint64(0, fromOrder(BigInt(`0x${text}`)));
    else bytes.setFloat64(0, Number.NaN);
    const number = bytes.getFloat64(0);
    if (Number.isNaN(number)) throw new CodecError('exactDouble', 'decode', 'the 16 hexadecimal digits of a number');
    return number;
  },
};

/** The bits of doubles are in order already, but for the sign, and negative ones run backwards. */
function inOrder(bits: bigint): bigint {
  return bits & SIGN ? bits ^ ALL : bits | SIGN;
}

function fromOrder(bits: bigint): bigint {
  return bits & SIGN ? bits ^ SIGN : bits ^ ALL;
}
