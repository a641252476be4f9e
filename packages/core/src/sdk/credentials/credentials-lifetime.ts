import type { Credentials } from '../set/options.js';

/** Credentials are renewed this many milliseconds before they expire, and up to a fifth earlier, so that processes do not all ask at once. */
const renewAhead = 300_000;
/** From this many milliseconds before their expiry on, credentials are too near their end to sign what has yet to travel. */
const waitAhead = 60_000;

/** Milliseconds of the epoch. */
export interface Lifetime {
  /** From here on they are renewed, while they go on serving. */
  readonly renewAt: number;
  /** From here on who needs credentials waits for the new ones. */
  readonly waitAt: number;
}

/** The lifetime of credentials from now on: renewed ahead of their expiry, but not before half of a short life is over. */
export function lifetimeOf({ expiration }: Credentials): Lifetime {
  if (expiration === undefined) return { renewAt: Number.POSITIVE_INFINITY, waitAt: Number.POSITIVE_INFINITY };
  const end = expiration.getTime();
  const life = end - Date.now();
  const renewAt = end - Math.min(renewAhead * (1 + Math.random() / 5), life / 2);
  return { renewAt, waitAt: end - Math.min(waitAhead, life / 4) };
}

/** Whether credentials have expired by now. */
export function hasExpired({ expiration }: Credentials): boolean {
  return expiration !== undefined && expiration.getTime() <= Date.now();
}

/** Whether two are the same keys, whoever gave them. */
export function sameKeys(one: Credentials, other: Credentials): boolean {
  return one.accessKeyId === other.accessKeyId && one.sessionToken === other.sessionToken;
}
