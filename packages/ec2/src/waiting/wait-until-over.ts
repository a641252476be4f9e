import { isCancelledError } from '@proj/core';
import { pause } from '../calls/pause.js';
import type { RequestOptions } from '../calls/request-options.js';
import { startTimeLimit } from '../calls/time-limit.js';
import { isEc2NotFoundError } from '../errors/not-found-error.js';
import type { WaitOptions } from './wait-options.js';

/**
 * EC2 may not know at once what it has just made, so it may be absent from the first looks:
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
 */
const looksUntilVisible = 4;

const defaultPollInterval = 15_000;

/** What is waited for, and what the waiting says of it. */
export interface Waiting<T> {
  /** Whether nothing more will come, good or bad. */
  isOver(seen: T): boolean;
  /** Hears of every look that saw it. What it throws ends the wait. */
  onLook?(seen: T): void;
  /** The error for when the time is over first. */
  pendingError(last: T, timeout: number, options: ErrorOptions): Error;
}

/** Looks from time to time until it is over, and gives what was seen last. */
export async function waitUntilOver<T extends { refresh(options: RequestOptions): Promise<T> }>(
  first: T,
  waiting: Waiting<T>,
  options: WaitOptions,
): Promise<T> {
  const limit = startTimeLimit(options.timeout, options.signal);
  const wait = new Wait(first, waiting, limit.signal);
  try {
    return await wait.over(options.pollInterval ?? defaultPollInterval);
  } catch (cause) {
    if (limit.expired === undefined || !isCancelledError(cause)) throw cause;
    throw waiting.pendingError(wait.last, limit.expired, { cause });
  } finally {
    limit.end();
  }
}

/** One wait: what it has seen so far. */
class Wait<T extends { refresh(options: RequestOptions): Promise<T> }> {
  readonly #waiting: Waiting<T>;
  readonly #signal: AbortSignal;
  #last: T;
  #looks = 0;
  #seen = false;

  constructor(first: T, waiting: Waiting<T>, signal: AbortSignal) {
    this.#last = first;
    this.#waiting = waiting;
    this.#signal = signal;
  }

  /** As it was last seen. */
  get last(): T {
    return this.#last;
  }

  async over(pollInterval: number): Promise<T> {
    for (;;) {
      await this.#look();
      if (this.#seen && this.#waiting.isOver(this.#last)) return this.#last;
      await pause(pollInterval, this.#signal);
    }
  }

  async #look(): Promise<void> {
    this.#looks += 1;
    try {
      this.#last = await this.#last.refresh({ signal: this.#signal });
    } catch (error) {
      if (isEc2NotFoundError(error) && !this.#seen && this.#looks < looksUntilVisible) return;
      throw error;
    }
    this.#seen = true;
    this.#waiting.onLook?.(this.#last);
  }
}
