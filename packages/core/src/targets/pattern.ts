import { quoted } from '../errors/quoted.js';
import { RegionNameError } from './region-name-error.js';

const LONGEST = 64;
const ALLOWED = 'letters, digits, - and _, the wildcards * and ?, and one leading ! to leave regions out';

/**
 * Refuses what cannot be a region's name or glob (a leading `!` is already taken off).
 *
 * @throws RegionNameError which says what is allowed.
 */
export function checkPattern(pattern: string): void {
  if (pattern.length > LONGEST) {
    throw new RegionNameError(`${quoted(pattern)} is too long for a region: ${LONGEST} characters at most`, pattern);
  }
  if (!/^[a-zA-Z0-9*?_-]+$/.test(pattern)) {
    throw new RegionNameError(`${quoted(pattern)} is not a region or pattern: use ${ALLOWED}`, pattern);
  }
}

/** Whether this pattern has a wildcard: without one it is a name. */
export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}
