import { isTimeOverError } from '@proj/core';
import { isConnectionError } from '../errors/connection-error.js';
import { isHttpStatusError } from '../errors/http-status-error.js';

/** Statuses after which the request has done nothing, so that it can be sent again whatever it is. */
const refused: ReadonlySet<number> = new Set([429, 498, 503]);
/** Statuses after which it may have been done, and is to be sent again if doing it twice is as good as once. */
const unclear: ReadonlySet<number> = new Set([408, 500, 502, 504]);

/** Whether it may go better the next time. */
export function isWorthRetrying(error: unknown, isSentOnce: boolean): boolean {
  if (isHttpStatusError(error)) return refused.has(error.status) || (!isSentOnce && unclear.has(error.status));
  const isOfWire = isConnectionError(error) || (isTimeOverError(error) && error.limit !== 'deadline');
  if (isConnectionError(error) && error.code === 'ECONNREFUSED') return true;
  return isOfWire && !isSentOnce && !(isTimeOverError(error) && error.limit === 'timeout');
}

const shortest = 100;
const longest = 20_000;

/** Milliseconds to wait: as the answer says, else twice as long each time, by chance less, so that not all come back at once. */
export function delayBefore(attempt: number, retryAfter: string | undefined): number {
  if (retryAfter !== undefined && /^\d+$/.test(retryAfter)) return Math.min(longest, Number(retryAfter) * 1_000);
  return Math.random() * Math.min(longest, shortest * 2 ** attempt);
}
