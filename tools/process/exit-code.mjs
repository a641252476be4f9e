import { constants } from 'node:os';

/**
 * A child's end as the shell counts it: its own code, or 128 + n when signal n ended it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return signal === null ? (code ?? 1) : 128 + constants.signals[signal];
}
