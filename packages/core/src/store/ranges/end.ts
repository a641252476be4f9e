import { compareUtf8 } from '../text/compare-utf8.js';

/** Where a range ends: with a name, which is in it where another range begins behind it, and else is not. */
export interface End {
  readonly name: string;
  readonly inclusive: boolean;
}

/** Whether a name comes after the end. */
export function isPastEnd(name: string, end: End | undefined): boolean {
  if (end === undefined) return false;
  const order = compareUtf8(name, end.name);
  return end.inclusive ? order > 0 : order >= 0;
}

/** The end as stores know it, which leave the name itself out. No name has a control character right behind such a one. */
export function exclusive(end: End | undefined): string | undefined {
  return end?.inclusive ? `${end.name}\u0001` : end?.name;
}
