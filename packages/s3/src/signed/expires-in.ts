import { checkWhole } from '../calls/check-value.js';

/** Seconds: a quarter of an hour. */
const usual = 900;

/** Seconds: seven days, which is what signatures of version 4 allow. */
const longest = 604_800;

/** @throws OptionError */
export function checkedExpiry(call: string, expiresIn: number = usual): number {
  checkWhole(`${call}: expiresIn, in seconds,`, expiresIn, 1, longest);
  return expiresIn;
}

/** When it ends: credentials that end before end it. */
export function endOf(expiresIn: number, ends: Date | undefined, now: number = Date.now()): Date {
  return new Date(Math.min(now + expiresIn * 1_000, ends?.getTime() ?? Number.POSITIVE_INFINITY));
}
