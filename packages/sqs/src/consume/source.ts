import type { Queue } from '../queues/queue.js';
import type { Settler } from './settler.js';

/** A poll takes so many messages at most. */
export const mostInPoll = 10;
/** Polls of one queue at once, when each brings as much as it may. */
const mostPolls = 20;

/** A queue that is consumed, and how it has done lately. */
export class Source<T> {
  readonly queue: Queue<T>;
  readonly deletes: Settler<T>;
  readonly returns: Settler<T>;
  /** Polls under way. */
  polls = 0;
  /** How many polls at once are worth while. */
  wanted = 1;
  /** Polls in a row that failed. */
  failures = 0;
  /** Polls in a row that brought nothing, and did not wait for it. */
  idle = 0;
  /** Waits until it may be polled again. */
  #pausing: NodeJS.Timeout | undefined;

  constructor(queue: Queue<T>, settlers: { readonly deletes: Settler<T>; readonly returns: Settler<T> }) {
    this.queue = queue;
    this.deletes = settlers.deletes;
    this.returns = settlers.returns;
  }

  get mayBePolled(): boolean {
    return this.#pausing === undefined && this.polls < (this.failures > 0 ? 1 : this.wanted);
  }

  /** Whether it had messages lately. */
  get isBusy(): boolean {
    return this.wanted > 1;
  }

  /** Leaves it alone for so many milliseconds. */
  pause(milliseconds: number, resume: () => void): void {
    this.wake();
    this.#pausing = setTimeout(() => {
      this.#pausing = undefined;
      resume();
    }, milliseconds);
  }

  /** Leaves it alone no longer. */
  wake(): void {
    clearTimeout(this.#pausing);
    this.#pausing = undefined;
  }

  /** A poll that was asked for so many brought so many: more polls while they come full, one when they do not. */
  learn(asked: number, brought: number): void {
    if (brought >= asked) this.wanted = Math.min(mostPolls, this.wanted + 1);
    else if (brought < asked / 2) this.wanted = 1;
  }

  /** Waits until nothing is on its way any more. */
  async flush(): Promise<void> {
    await Promise.all([this.deletes.flush(), this.returns.flush()]);
  }
}
