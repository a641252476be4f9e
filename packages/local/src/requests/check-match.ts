import { checkKind, checkShape } from '../options/check-shape.js';
import type { RequestMatch } from './request-log.js';

const NAMES: readonly (keyof RequestMatch)[] = ['service', 'region', 'account', 'action'];

/** A match by names that records have: by a mistyped one nothing ever agrees, and a wait for it never ends. */
export function checkMatch(match: RequestMatch): RequestMatch {
  return checkShape('match', match, NAMES);
}

/** How many requests to wait for. */
export function checkCount(count: number): number {
  checkKind('count', count, Number.isInteger(count) && count >= 0, 'a whole number');
  return count;
}
