import { OptionError } from '@proj/core';
import type { Codec } from './codec.js';
import { CodecError } from './codec-error.js';

/**
 * How `paddedNumber` writes its numbers.
 *
 * @example
 * ```ts
 * const options: PaddedNumberOptions = { digits: 6, decimals: 2, offset: 100_000 };
 * ```
 */
export interface PaddedNumberOptions {
  /** Digits before the decimal point, 1 to 100: those of the largest number with the offset added. */
  readonly digits: number;
  /**
   * Digits behind the decimal point, 0 to 100; the point itself is not written. A number with more of them is refused.
   *
   * @defaultValue 0
   */
  readonly decimals?: number | undefined;
  /**
   * A whole number that is added, so that none is negative: at least the smallest one's, without its sign.
   *
   * @defaultValue 0
   */
  readonly offset?: number | undefined;
}

/**
 * Numbers with an offset and zeros before them, so that their byte order is their own: the form of `encodeRealNumberRange` and
 * `encodeZeroPadding` of AWS's older SDKs.
 *
 * Every number comes back as it was, but -0, which comes back as 0. What does not fit is refused, never cut or rounded.
 *
 * @throws OptionError for options that could not work; what it gives throws CodecError
 *
 * @example
 * ```ts
 * const balance = paddedNumber({ digits: 6, decimals: 2, offset: 100_000 });
 * balance.encode(-99.5); // '09990050'
 * select`* from ${domain} where ${attr('balance')} < ${balance.encode(0)}`;
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/NumericalData.html
 */
export function paddedNumber(options: PaddedNumberOptions): Codec<number> {
  const { digits, decimals = 0, offset = 0 } = options;
  checkWhole('digits', digits, 1, 100);
  checkWhole('decimals', decimals, 0, 100);
  checkWhole('offset', offset, 0, Number.MAX_SAFE_INTEGER);
  const form = new RegExp(`^\\d{${digits + decimals}}$`);
  const added = BigInt(offset) * 10n ** BigInt(decimals);
  const wants = `numbers from -${offset} on, with ${digits} digits once ${offset} is added, and with ${decimals} decimals`;
  return {
    encode(number) {
      const units = unitsOf(number, decimals);
      const text = units === undefined ? '' : String(units + added).padStart(digits + decimals, '0');
      if (form.test(text)) return text;
      throw new CodecError('paddedNumber', 'encode', wants);
    },
    decode(text) {
      if (form.test(text)) return Number(`${BigInt(text) - added}e-${decimals}`);
      throw new CodecError('paddedNumber', 'decode', `a text of ${digits + decimals} digits`);
    },
  };
}

/** The number in units of its last decimal, unless it has more decimals; from 1e21 on JavaScript writes no plain digits. */
function unitsOf(number: number, decimals: number): bigint | undefined {
  if (typeof number !== 'number' || !(Math.abs(number) < 1e21)) return undefined;
  const text = number.toFixed(decimals);
  return Number(text) === number ? BigInt(text.replace('.', '')) : undefined;
}

function checkWhole(option: string, value: unknown, least: number, most: number): void {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) return;
  throw new OptionError(`paddedNumber: ${option} is a whole number from ${least} to ${most}, and not ${String(value)}`);
}
