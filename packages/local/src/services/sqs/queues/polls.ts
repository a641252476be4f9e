import type { Clock } from '../../../clock/clock.js';

interface Poll<T> {
  readonly take: () => readonly T[];
  readonly end: (messages: readonly T[]) => void;
}

/** The receives that wait for a message, the longest wait first. */
export class Polls<T> {
  readonly #clock: Clock;
  readonly #polls = new Set<Poll<T>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#polls.size;
  }

  /**
   * Waits until `take` gives something, and no longer than `ms`. One whose caller is gone takes nothing any more.
   *
   * @param onGone - calls back when the caller leaves; gives what takes that back
   */
  wait(ms: number, take: () => readonly T[], onGone: (call: () => void) => () => void): Promise<readonly T[]> {
    return new Promise((resolve) => {
      const end = (messages: readonly T[]): void => {
        if (!this.#polls.delete(poll)) return;
        stopTimer();
        stayed();
        resolve(messages);
      };
      const poll = { take, end };
      this.#polls.add(poll);
      const stopTimer = this.#clock.after(ms, () => end([]));
      const stayed = onGone(() => end([]));
    });
  }

  /** Lets them take what there is. */
  serve(): void {
    for (const poll of this.#polls) {
      const messages = poll.take();
      if (messages.length === 0) return;
      poll.end(messages);
    }
  }

  /** Ends them all, with nothing. */
  end(): void {
    for (const { end } of [...this.#polls]) end([]);
  }
}
