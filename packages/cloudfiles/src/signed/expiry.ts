import { OptionError } from '@proj/core';

/** Until when something signed holds. */
export interface Expiry {
  /** Seconds from now. @defaultValue 900 */
  readonly expiresIn?: number | undefined;
  /** A time, in place of `expiresIn`. */
  readonly expiresAt?: Date | undefined;
}

/** Seconds since 1970. @throws OptionError */
export function expiryOf(call: string, { expiresIn = 900, expiresAt }: Expiry): number {
  if (expiresAt !== undefined) {
    const time = expiresAt instanceof Date ? expiresAt.getTime() : Number.NaN;
    if (Number.isFinite(time)) return Math.floor(time / 1_000);
    throw new OptionError(`${call}: expiresAt is no time; give a Date`);
  }
  if (Number.isSafeInteger(expiresIn) && expiresIn >= 1) return Math.floor(Date.now() / 1_000) + expiresIn;
  throw new OptionError(`${call}: expiresIn is ${String(expiresIn)}; give whole seconds, 1 or more`);
}
