import type { Message } from '../messages/message.js';
import type { Queue } from '../queues/queue.js';
import type { ConsumeReport } from './consume-event.js';
import type { Terms } from './consume-options.js';
import { Consumer, type Handle } from './consumer.js';
import type { Held } from './held.js';
import { GivenBack } from './verdicts.js';

/**
 * Handles a message: when it is done the message is deleted, when it fails the message comes again. The signal aborts when the message is not to be
 * handled any longer: it could not be kept invisible, or the consumer has ended and its time to drain is over.
 */
export type MessageHandler<T> = (message: Message<T>, context: { readonly signal: AbortSignal }) => unknown;

/** Makes a consumer of queues, and runs it. */
export type Run<T> = (
  make: (queues: readonly Queue<T>[]) => Consumer<T>,
  signal: AbortSignal | undefined,
) => Promise<ConsumeReport>;

/** Its signal is made when it is asked for. */
function contextOf<T>(held: Held<T>): Parameters<MessageHandler<T>>[1] {
  return {
    get signal() {
      return held.signal;
    },
  };
}

/** Handles messages until the signal ends it. */
export function consumeWith<T>(run: Run<T>, handler: MessageHandler<T>, terms: Terms<T>): Promise<ConsumeReport> {
  const handle: Handle<T> = (held) => handler(held.message, contextOf(held));
  return run((queues) => new Consumer(queues, handle, terms), terms.signal);
}

/**
 * Messages, one at a time. One is deleted when the loop comes for the next; the one that is in hand when the loop is left is given back, since
 * nobody knows whether it was done.
 */
export async function* consumeEach<T>(run: Run<T>, given: Terms<T>): AsyncGenerator<Message<T>, void, undefined> {
  const leaving = new AbortController();
  const signal = given.signal === undefined ? leaving.signal : AbortSignal.any([given.signal, leaving.signal]);
  const terms = { ...given, signal, concurrency: 1 };
  const hands = new Hands<T>();
  const over = run((queues) => new Consumer<T>(queues, ({ message }) => hands.offer(message), terms), signal).then(
    () => hands.close(),
    (error: unknown) => hands.close(error),
  );
  const dropWaiting = (): void => hands.dropWaiting();
  signal.addEventListener('abort', dropWaiting, { once: true });
  try {
    for (let message = await hands.take(); message !== undefined; message = await hands.take()) {
      yield message;
      hands.done();
    }
  } finally {
    leaving.abort();
    hands.drop();
    await over;
    signal.removeEventListener('abort', dropWaiting);
  }
}

/** Hands one message over at a time, and says what became of it. */
class Hands<T> {
  #offered: { readonly message: Message<T>; done(): void; drop(error: Error): void } | undefined;
  #isTaken = false;
  #isClosed = false;
  #error: { readonly error: unknown } | undefined;
  #wake = (): void => {};

  /** Resolves when the message is done. */
  offer(message: Message<T>): Promise<void> {
    return new Promise((done, drop) => {
      this.#offered = { message, done, drop };
      this.#isTaken = false;
      this.#wake();
    });
  }

  async take(): Promise<Message<T> | undefined> {
    while ((this.#offered === undefined || this.#isTaken) && !this.#isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#error !== undefined) throw this.#error.error;
    if (this.#isClosed) return undefined;
    this.#isTaken = true;
    return this.#offered?.message;
  }

  done(): void {
    const offered = this.#offered;
    this.#offered = undefined;
    offered?.done();
  }

  /** Gives back what nobody has taken: the loop would begin with it when it is to end. */
  dropWaiting(): void {
    if (!this.#isTaken) this.drop();
  }

  /** Gives back what is in hand. */
  drop(): void {
    const offered = this.#offered;
    this.#offered = undefined;
    offered?.drop(new GivenBack('the loop was left'));
  }

  close(error?: unknown): void {
    this.#isClosed = true;
    if (error !== undefined) this.#error = { error };
    this.#wake();
  }
}
