import type { Codec } from '../codec.js';
import { CodecError } from '../codec-error.js';
import { readShifted, type Shift, writeShifted } from './shifted.js';

const SMALL: Shift = {
  codec: 'boto.integer',
  offset: 2n ** 31n,
  digits: 10,
  wants: 'whole numbers from -2147483648 to 7852516351',
};
const LARGE: Shift = {
  codec: 'boto.long',
  offset: 2n ** 63n,
  digits: 20,
  wants: 'whole numbers from -9223372036854775808 to 90776627963145224191',
};

/** boto's `int`: ten digits, with 2,147,483,648 added. */
export const botoInteger: Codec<number> = {
  encode(number) {
    if (!Number.isSafeInteger(number)) throw new CodecError(SMALL.codec, 'encode', SMALL.wants);
    return writeShifted(SMALL, BigInt(number));
  },
  decode(text) {
    const number = Number(readShifted(SMALL, text));
    if (!Number.isSafeInteger(number))
      throw new CodecError(SMALL.codec, 'decode', 'a whole number that JavaScript can hold');
    return number;
  },
};

/** boto's `long`: twenty digits, with 9,223,372,036,854,775,808 added. */
export const botoLong: Codec<bigint> = {
  encode(number) {
    if (typeof number !== 'bigint') throw new CodecError(LARGE.codec, 'encode', `a bigint: ${LARGE.wants}`);
    return writeShifted(LARGE, number);
  },
  decode: (text) => readShifted(LARGE, text),
};
