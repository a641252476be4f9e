import type { Target } from '../targets/target.js';

/** Where a target is, for people. */
export function placeOf({ region, account }: Target): string {
  return account === undefined ? region : `${region} of account ${account}`;
}
