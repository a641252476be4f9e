import type { Codec } from '../codec.js';
import { CodecError } from '../codec-error.js';

const FORM = /^(?:3 000 -?0\.0+|(?<sign>[1245]) (?<exponent>\d{3}) (?<whole>\d)\.(?<part>\d{6})0{10})$/;

/** A mantissa in millionths: 1,000,000 to 9,999,999. Those of negative numbers are written as what is missing to this. */
const TEN = 10_000_000;

/**
 * boto's `float`: seven digits of the number, after its sign and exponent in an order of their own.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-wood-ldapext-float-00
 */
export const botoFloat: Codec<number> = {
  encode(number) {
    if (!Number.isFinite(number)) throw new CodecError('boto.float', 'encode', 'finite numbers');
    if (number === 0) return '3 000 0.0000000000000000';
    const { exponent, millionths } = sevenDigits(Math.abs(number));
    const kind = kindOf(number < 0, exponent < 0);
    const mantissa = String(number < 0 ? TEN - millionths : millionths).padStart(7, '0');
    return `${kind} ${written(exponent, kind)} ${mantissa[0]}.${mantissa.slice(1)}0000000000`;
  },
  decode(text) {
    const match = FORM.exec(text);
    if (!match) throw new CodecError('boto.float', 'decode', "a text like '5 000 1.5000000000000000'");
    const { sign: kind, exponent, whole, part } = match.groups ?? {};
    if (kind === undefined) return 0;
    const millionths = Number(`${whole}${part}`);
    const digits = kind < '3' ? millionths - TEN : millionths;
    return Number(`${digits}e${read(Number(exponent), kind) - 6}`);
  },
};

/** The kinds in the order of their numbers: from large negative ones (1) over small ones to large positive ones (5). */
function kindOf(isNegative: boolean, isSmall: boolean): string {
  if (isNegative) return isSmall ? '2' : '1';
  return isSmall ? '4' : '5';
}

/** Where larger exponents mean smaller numbers, they are counted backwards. */
function written(exponent: number, kind: string): string {
  const size = Math.abs(exponent);
  return String(kind === '1' || kind === '4' ? 999 - size : size).padStart(3, '0');
}

function read(exponent: number, kind: string): number {
  const size = kind === '1' || kind === '4' ? 999 - exponent : exponent;
  return kind === '2' || kind === '4' ? -size : size;
}

/** Rounds to seven digits as Python does: a number in the middle of two goes to the even one, where JavaScript's goes up. */
function sevenDigits(number: number): { readonly exponent: number; readonly millionths: number } {
  const [mantissa = '', exponent] = number.toExponential(6).split('e');
  const rounded = Number(mantissa.replace('.', ''));
  // With a hundred digits the middle shows itself: a double that is as near to it and not on it does not exist.
  const isMiddle = /^\d\.\d{6}50*e/.test(number.toExponential(100));
  return { exponent: Number(exponent), millionths: isMiddle && rounded % 2 === 1 ? rounded - 1 : rounded };
}
