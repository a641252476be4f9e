import { mostInPoll } from './source.js';

/** How messages are shared out to polls. */
export interface Sharing {
  /** How many messages may be received or asked for beyond what is now. */
  readonly free: number;
  /** How many may be in all. */
  readonly capacity: number;
  /** Queues that no poll is under way to, this one among them. */
  readonly unpolled: number;
  /** Whether a poll is under way to the queue. */
  readonly isPolled: boolean;
}

/**
 * For how many messages a queue may be polled now; 0 for none. Every queue is asked for something before any is asked twice, and a queue that is
 * asked for more has to be worth a request: a poll for one message costs as much as one for ten.
 */
export function creditFor({ free, capacity, unpolled, isPolled }: Sharing): number {
  if (free <= 0) return 0;
  const fair = Math.max(1, Math.floor(free / Math.max(1, unpolled)));
  if (!isPolled) return Math.min(mostInPoll, fair);
  const worth = Math.min(mostInPoll, Math.ceil(capacity / 2));
  return unpolled === 0 && free >= worth ? Math.min(mostInPoll, free) : 0;
}
