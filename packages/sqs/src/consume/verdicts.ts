import type { Terms } from './consume-options.js';
import type { Held } from './held.js';
import { KnownKeys } from './known-keys.js';
import type { Leases } from './leases.js';
import type { Tally } from './tally.js';

/** Thrown by a handler that leaves a message to be handled by somebody else, at once: no failure. */
export class GivenBack extends Error {}

/** Decides what becomes of messages, each once: it is deleted, given back at once or later, or lost. */
export class Verdicts<T> {
  readonly #terms: Terms<T>;
  readonly #tally: Tally;
  readonly #leases: Leases<T>;
  readonly #known = new KnownKeys();
  /** What is done to single messages beside the settlers. */
  readonly #others = new Set<Promise<void>>();

  constructor(terms: Terms<T>, tally: Tally, leases: Leases<T>) {
    this.#terms = terms;
    this.#tally = tally;
    this.#leases = leases;
  }

  /** Whether it was handled already, in whichever region. From now on it counts as handled. */
  isDuplicate({ message, queue }: Held<T>): boolean {
    const key = this.#terms.duplicateKey?.(message);
    if (key === undefined) return false;
    const isKnown = this.#known.has(key);
    this.#known.add(key);
    if (isKnown) this.#tally.tell(queue, { type: 'duplicate', id: message.id, key });
    return isKnown;
  }

  delete(held: Held<T>): void {
    if (held.isSettled) return;
    held.isSettled = true;
    held.source.deletes.add(held);
  }

  /** It comes again: its handler failed, or has given it back. */
  fail(held: Held<T>, error: unknown): void {
    if (held.isSettled) return;
    const { message, queue } = held;
    const key = this.#terms.duplicateKey?.(message);
    if (key !== undefined) this.#known.delete(key);
    if (error instanceof GivenBack) {
      this.release(held, 0);
      return;
    }
    const seconds = Math.max(0, Math.min(43_200, Math.floor(this.#terms.retryAfter(message, error)) || 0));
    this.#tally.tell(queue, { type: 'failed', id: message.id, error, retryIn: seconds * 1_000 });
    this.release(held, seconds);
  }

  /** Gives it back, to be visible after so many seconds. */
  release(held: Held<T>, seconds: number): void {
    if (held.isSettled) return;
    held.isSettled = true;
    if (seconds === 0) held.source.returns.add(held);
    else this.#releaseLater(held, seconds);
  }

  /** Somebody else may have it by now. */
  lose(held: Held<T>, error: unknown): void {
    held.isSettled = true;
    held.end(error);
    this.#tally.tell(held.queue, { type: 'lost', id: held.message.id, error });
  }

  /** Resolves when all that was decided has been done. */
  async flush(): Promise<void> {
    await Promise.all(this.#others);
  }

  #releaseLater(held: Held<T>, seconds: number): void {
    const { message, queue } = held;
    this.#leases.drop(held);
    const changing = queue.changeVisibility(message, seconds).then(
      () => this.#tally.settled(queue, 'returned', [held]),
      (error: unknown) => this.#tally.tell(queue, { type: 'lost', id: message.id, error }),
    );
    this.#others.add(changing);
    void changing.finally(() => this.#others.delete(changing));
  }
}
