import { setMaxListeners } from 'node:events';
import type { Terms } from './consume-options.js';
import { creditFor } from './credits.js';
import { Held } from './held.js';
import { pauseAfter, pauseWhenIdle } from './pause.js';
import type { Source } from './source.js';
import type { Tally } from './tally.js';

/** Milliseconds from which on a poll that brought nothing has waited. */
const waited = 200;
/** The most seconds that a poll waits for messages where an empty queue must not keep others, or itself, from being polled. */
const shortWait = 1;

/** What the messages of polls come to. */
interface Taker<T> {
  /** How many were received and are not done with. */
  held(): number;
  take(held: Held<T>): void;
  /** A poll has ended, or one may begin. */
  pump(): void;
}

/** Polls queues while there is room for messages: all of them before any of them more, and none always first. */
export class Polls<T> {
  readonly #terms: Terms<T>;
  readonly #tally: Tally;
  readonly #taker: Taker<T>;
  readonly #sources: Source<T>[] = [];
  /** Ends polls that are under way, when nobody waits for them any longer. */
  readonly #polling = new AbortController();
  /** Messages that polls under way were asked for. */
  #asked = 0;
  #turn = 0;
  #isFull = false;
  #isEnded = false;

  constructor(terms: Terms<T>, tally: Tally, taker: Taker<T>) {
    this.#terms = terms;
    this.#tally = tally;
    this.#taker = taker;
    setMaxListeners(0, this.#polling.signal);
  }

  get sources(): readonly Source<T>[] {
    return this.#sources;
  }

  /** Whether any are under way. */
  get areUnderWay(): boolean {
    return this.#asked > 0;
  }

  /** Whether a queue could be polled if only there were room. */
  get isFull(): boolean {
    return this.#isFull;
  }

  add(source: Source<T>): void {
    this.#sources.push(source);
  }

  /** Begins all that there is room for. */
  begin(): void {
    this.#isFull = false;
    if (this.#isEnded) return;
    this.#turn += 1;
    for (const isPolled of [false, true]) {
      for (const step of this.#sources.keys()) {
        const source = this.#sources[(this.#turn + step) % this.#sources.length];
        while (source?.mayBePolled && source.polls > 0 === isPolled) {
          const credit = this.#creditFor(source);
          this.#isFull ||= credit === 0;
          if (credit === 0) break;
          void this.#receive(source, credit);
        }
      }
    }
  }

  /** Begins no more. Those under way bring what they bring. */
  end(): void {
    this.#isEnded = true;
    for (const source of this.#sources) source.wake();
  }

  /** Cuts off those that are under way. */
  cut(): void {
    this.#polling.abort(new Error('the consumer has ended'));
  }

  #creditFor({ polls }: Source<T>): number {
    const capacity = this.#capacity;
    const free = capacity - this.#taker.held() - this.#asked;
    if (free <= 0) return 0;
    const unpolled = this.#sources.filter((one) => one.polls === 0 && one.mayBePolled).length;
    return creditFor({ free, capacity, unpolled, isPolled: polls > 0 });
  }

  get #capacity(): number {
    const { concurrency, prefetch = Math.max(concurrency, 10 * this.#sources.length) } = this.#terms;
    return concurrency + prefetch;
  }

  /** The first poll of a queue waits for messages; more of them are for what is there already, and hold credit that others could use. */
  #waitFor({ polls }: Source<T>): number {
    const { wait } = this.#terms;
    return polls > 0 || this.#capacity < this.#sources.length ? Math.min(wait, shortWait) : wait;
  }

  async #receive(source: Source<T>, max: number): Promise<void> {
    const { visibility } = this.#terms;
    const wait = this.#waitFor(source);
    source.polls += 1;
    this.#asked += max;
    const before = performance.now();
    try {
      const messages = await source.queue.receive({ max, wait, visibility, signal: this.#polling.signal });
      source.learn(max, messages.length);
      this.#recovered(source);
      this.#rest(source, messages.length, performance.now() - before);
      if (messages.length > 0) this.#tally.received(source.queue, messages);
      // From when it was asked for on, to be on the safe side, where nothing had to be waited for.
      const until = (wait === 0 ? before : Math.max(before, performance.now() - 1_000)) + visibility * 1_000;
      for (const message of messages) this.#taker.take(new Held(message, source, until));
    } catch (error) {
      if (!this.#polling.signal.aborted) this.#pause(source, error);
    }
    source.polls -= 1;
    this.#asked -= max;
    this.#taker.pump();
  }

  #recovered(source: Source<T>): void {
    if (source.failures > 0) this.#tally.tell(source.queue, { type: 'regionRecovered' });
    source.failures = 0;
  }

  /** An empty queue that is not waited for must not be asked without end. */
  #rest(source: Source<T>, brought: number, took: number): void {
    source.idle = brought === 0 && took < waited ? source.idle + 1 : 0;
    if (source.idle > 0 && !this.#isEnded) source.pause(pauseWhenIdle(source.idle), () => this.#taker.pump());
  }

  #pause(source: Source<T>, error: unknown): void {
    source.failures += 1;
    const retryIn = pauseAfter(source.failures);
    this.#tally.tell(source.queue, { type: 'regionFailed', error, retryIn });
    if (!this.#isEnded) source.pause(retryIn, () => this.#taker.pump());
  }
}
