import type { ReceiptOutcome } from '../batches/change-batch.js';
import type { Queue } from '../queues/queue.js';
import type { Held } from './held.js';

/** How many go in a request, and how long the first of them waits for others, in ms. */
const full = 10;
const longest = 50;
/** How often a request is made that failed as a whole, or an entry that the service had trouble with. */
const attempts = 3;

/** How a settler does what it does, and whom it tells. */
interface Settling<T> {
  ask(queue: Queue<T>, held: readonly Held<T>[]): Promise<readonly ReceiptOutcome[]>;
  done(held: readonly Held<T>[]): void;
  failed(held: Held<T>, error: unknown): void;
}

/** Does one thing to messages of one queue, ten in a request or what has come within 50 ms. */
export class Settler<T> {
  readonly #queue: Queue<T>;
  readonly #settling: Settling<T>;
  readonly #flying = new Set<Promise<void>>();
  #waiting: Held<T>[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(queue: Queue<T>, settling: Settling<T>) {
    this.#queue = queue;
    this.#settling = settling;
  }

  add(held: Held<T>): void {
    this.#waiting.push(held);
    if (this.#waiting.length >= full) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), longest);
  }

  /** Sends what waits, and resolves when all that was sent has been answered. */
  async flush(): Promise<void> {
    this.#send();
    while (this.#flying.size > 0) await Promise.all(this.#flying);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const flight = this.#ask(batch).finally(() => this.#flying.delete(flight));
    this.#flying.add(flight);
  }

  async #ask(batch: readonly Held<T>[]): Promise<void> {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const isLast = attempt === attempts;
      try {
        left = this.#judge(left, await this.#settling.ask(this.#queue, left), isLast);
      } catch (error) {
        if (!isLast) continue;
        for (const held of left) this.#settling.failed(held, error);
        return;
      }
    }
  }

  /** Tells of those that are done or cannot be; gives back those to be tried again. */
  #judge(batch: readonly Held<T>[], outcomes: readonly ReceiptOutcome[], isLast: boolean): readonly Held<T>[] {
    const again: Held<T>[] = [];
    const done: Held<T>[] = [];
    for (const [at, held] of batch.entries()) {
      const error = outcomes[at]?.error;
      if (error === undefined) done.push(held);
      else if (isLast || isFinal(error)) this.#settling.failed(held, error);
      else again.push(held);
    }
    if (done.length > 0) this.#settling.done(done);
    return again;
  }
}

function isFinal(error: Error): boolean {
  return (error as { readonly senderFault?: boolean }).senderFault === true;
}
