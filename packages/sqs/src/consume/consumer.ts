import type { Queue } from '../queues/queue.js';
import { Changes } from './changes.js';
import type { ConsumeReport } from './consume-event.js';
import type { Terms } from './consume-options.js';
import { creditFor } from './credits.js';
import type { Held } from './held.js';
import { KnownKeys } from './known-keys.js';
import { Lanes } from './lanes.js';
import { Leases } from './leases.js';
import { pauseAfter, pauseWhenIdle } from './pause.js';
import { settlersOf } from './settlers.js';
import { Source } from './source.js';
import { Tally } from './tally.js';

/** Milliseconds from which on a poll that brought nothing has waited. */
const waited = 200;

/** Thrown by a handler that leaves a message to be handled by somebody else, at once: no failure. */
export class GivenBack extends Error {}

/** Handles a message. What it resolves to is nobody's; when it rejects, the message comes again. */
export type Handle<T> = (held: Held<T>) => unknown;

/**
 * Polls queues of any regions, hands their messages to one handler, some at once, and takes each out of its queue or gives it back.
 * What is said of numbers holds for all queues together: a slow handler stops the polling.
 */
export class Consumer<T> {
  readonly #terms: Terms<T>;
  readonly #handle: Handle<T>;
  readonly #sources: Source<T>[] = [];
  readonly #lanes = new Lanes<T>();
  readonly #leases: Leases<T>;
  readonly #known = new KnownKeys();
  readonly #tally: Tally;
  readonly #changes = new Changes();
  /** Ends polls that are under way, when nobody waits for them any longer. */
  readonly #polling = new AbortController();
  readonly #running = new Map<Held<T>, Promise<void>>();
  /** What is done to single messages beside the settlers. */
  readonly #others = new Set<Promise<void>>();
  /** Messages that were received and whose handling has not ended. */
  #held = 0;
  /** Messages that polls under way were asked for. */
  #asked = 0;
  #turn = 0;
  #isBegun = false;
  #isEnding = false;

  constructor(queues: readonly Queue<T>[], handle: Handle<T>, terms: Terms<T>) {
    this.#terms = terms;
    this.#handle = handle;
    this.#tally = new Tally(terms.onEvent);
    this.#leases = new Leases(terms.visibility, {
      extended: (queue, messages) => this.#tally.tell(queue, { type: 'extended', messages }),
      lost: (held, error) => this.#lose(held, error),
    });
    for (const queue of queues) this.add(queue);
  }

  /** Polls one queue more, from now on. */
  add(queue: Queue<T>): void {
    const hearing = {
      settled: (of: Queue<T>, type: 'deleted' | 'returned', messages: number) =>
        this.#tally.tell(of, { type, messages }),
      lost: (held: Held<T>, error: unknown) =>
        this.#tally.tell(held.queue, { type: 'lost', id: held.message.id, error }),
    };
    this.#sources.push(new Source(queue, settlersOf(queue, this.#leases, hearing)));
    if (this.#isBegun) this.#pump();
  }

  /** Tells of a region whose queue could not even be found. */
  missed(name: string, region: string, error: unknown, retryIn: number): void {
    this.#tally.tell({ region, name }, { type: 'regionFailed', error, retryIn });
  }

  /** Consumes until the signal ends it, and resolves when nothing is left to do. */
  async run(): Promise<ConsumeReport> {
    const { signal } = this.#terms;
    const ended = new Promise<void>((resolve) => {
      if (signal?.aborted) resolve();
      else signal?.addEventListener('abort', () => resolve(), { once: true });
    });
    this.#leases.begin();
    this.#isBegun = true;
    this.#pump();
    await ended;
    await this.#drain();
    return this.#tally.report();
  }

  /** Begins whatever may begin: handlers first, so that there is room for more. */
  #pump(): void {
    this.#dispatch();
    if (!this.#isEnding) this.#poll();
    this.#changes.notify();
  }

  #dispatch(): void {
    while (!this.#isEnding && this.#running.size < this.#terms.concurrency) {
      const held = this.#lanes.next();
      if (held === undefined) return;
      if (held.isSettled) this.#forget(held);
      else this.#running.set(held, this.#work(held));
    }
  }

  /** One that was lost while it waited. */
  #forget(held: Held<T>): void {
    this.#held -= 1;
    this.#lanes.done(held);
  }

  async #work(held: Held<T>): Promise<void> {
    const { message, queue } = held;
    const began = performance.now();
    const lag = message.sentAt === undefined ? undefined : Math.max(0, Date.now() - message.sentAt.getTime());
    try {
      if (!this.#isDuplicate(held)) {
        await this.#handle(held);
        this.#tally.tell(queue, { type: 'handled', id: message.id, lag, took: performance.now() - began });
      }
      this.#delete(held);
    } catch (error) {
      this.#fail(held, error);
    }
    this.#running.delete(held);
    this.#held -= 1;
    this.#lanes.done(held);
    this.#pump();
  }

  #isDuplicate({ message, queue }: Held<T>): boolean {
    const key = this.#terms.duplicateKey?.(message);
    if (key === undefined) return false;
    const isKnown = this.#known.has(key);
    this.#known.add(key);
    if (isKnown) this.#tally.tell(queue, { type: 'duplicate', id: message.id, key });
    return isKnown;
  }

  #delete(held: Held<T>): void {
    if (held.isSettled) return;
    held.isSettled = true;
    this.#sourceOf(held).deletes.add(held);
  }

  /** What failed comes again, and what waits behind it in its group with it. */
  #fail(held: Held<T>, error: unknown): void {
    if (held.isSettled) return;
    const key = this.#terms.duplicateKey?.(held.message);
    if (key !== undefined) this.#known.delete(key);
    for (const other of this.#lanes.behind(held)) this.#giveBack(other);
    if (error instanceof GivenBack) this.#release(held, 0);
    else this.#retry(held, error);
  }

  #retry(held: Held<T>, error: unknown): void {
    const { message, queue } = held;
    const seconds = Math.max(0, Math.min(43_200, Math.floor(this.#terms.retryAfter(message, error)) || 0));
    this.#tally.tell(queue, { type: 'failed', id: message.id, error, retryIn: seconds * 1_000 });
    this.#release(held, seconds);
  }

  /** Of one that nobody has begun to handle. */
  #giveBack(held: Held<T>): void {
    this.#held -= 1;
    this.#release(held, 0);
  }

  #release(held: Held<T>, seconds: number): void {
    if (held.isSettled) return;
    held.isSettled = true;
    if (seconds === 0) this.#sourceOf(held).returns.add(held);
    else this.#releaseLater(held, seconds);
  }

  #releaseLater(held: Held<T>, seconds: number): void {
    this.#leases.drop(held);
    const changing = held.queue.changeVisibility(held.message, seconds).then(
      () => this.#tally.tell(held.queue, { type: 'returned', messages: 1 }),
      (error: unknown) => this.#tally.tell(held.queue, { type: 'lost', id: held.message.id, error }),
    );
    this.#others.add(changing);
    void changing.finally(() => this.#others.delete(changing));
  }

  /** Somebody else may have it by now. */
  #lose(held: Held<T>, error: unknown): void {
    held.isSettled = true;
    held.ended.abort(error);
    this.#tally.tell(held.queue, { type: 'lost', id: held.message.id, error });
  }

  /** Every queue is polled before any is polled more, and none is always the first. */
  #poll(): void {
    this.#turn += 1;
    for (const isPolled of [false, true]) {
      for (const step of this.#sources.keys()) {
        const source = this.#sources[(this.#turn + step) % this.#sources.length];
        while (source?.mayBePolled && source.polls > 0 === isPolled) {
          const credit = this.#creditFor(source);
          if (credit === 0) break;
          void this.#receive(source, credit);
        }
      }
    }
  }

  #creditFor({ polls }: Source<T>): number {
    const capacity = this.#capacity;
    const unpolled = this.#sources.filter((one) => one.polls === 0 && one.mayBePolled).length;
    return creditFor({ free: capacity - this.#held - this.#asked, capacity, unpolled, isPolled: polls > 0 });
  }

  get #capacity(): number {
    const { concurrency, prefetch = Math.max(concurrency, 10 * this.#sources.length) } = this.#terms;
    return concurrency + prefetch;
  }

  /** Where not all queues can be polled at once, an empty one must not keep the others waiting for long. */
  get #wait(): number {
    return this.#capacity < this.#sources.length ? Math.min(this.#terms.wait, 1) : this.#terms.wait;
  }

  async #receive(source: Source<T>, max: number): Promise<void> {
    const { visibility } = this.#terms;
    const wait = this.#wait;
    const { queue } = source;
    source.polls += 1;
    this.#asked += max;
    const before = performance.now();
    try {
      const messages = await queue.receive({ max, wait, visibility, signal: this.#polling.signal });
      source.learn(max, messages.length);
      if (source.failures > 0) this.#tally.tell(queue, { type: 'regionRecovered' });
      source.failures = 0;
      this.#rest(source, messages.length, performance.now() - before);
      if (messages.length > 0) this.#tally.tell(queue, { type: 'received', messages: messages.length });
      for (const message of messages) {
        // From when it was asked for on, to be on the safe side, where nothing had to be waited for.
        const until = (wait === 0 ? before : Math.max(before, performance.now() - 1_000)) + visibility * 1_000;
        this.#take({ message, queue, until, ended: new AbortController(), isSettled: false });
      }
    } catch (error) {
      if (!this.#polling.signal.aborted) this.#pause(source, error);
    }
    source.polls -= 1;
    this.#asked -= max;
    this.#pump();
  }

  /** An empty queue that is not waited for must not be asked without end. */
  #rest(source: Source<T>, brought: number, took: number): void {
    source.idle = brought === 0 && took < waited ? source.idle + 1 : 0;
    if (source.idle > 0 && !this.#isEnding) source.pause(pauseWhenIdle(source.idle), () => this.#pump());
  }

  #take(held: Held<T>): void {
    this.#held += 1;
    this.#leases.keep(held);
    if (this.#isEnding) this.#giveBack(held);
    else this.#lanes.add(held);
  }

  #pause(source: Source<T>, error: unknown): void {
    source.failures += 1;
    const retryIn = pauseAfter(source.failures);
    this.#tally.tell(source.queue, { type: 'regionFailed', error, retryIn });
    if (this.#isEnding) return;
    source.pause(retryIn, () => this.#pump());
  }

  /** Nothing more is received; what waits is given back; what runs has its time, and so have polls, whose messages would else be invisible for nothing. */
  async #drain(): Promise<void> {
    this.#isEnding = true;
    for (const source of this.#sources) clearTimeout(source.pausing);
    for (const held of this.#lanes.clear()) this.#giveBack(held);
    const isQuiet = () => this.#running.size === 0 && this.#asked === 0;
    await this.#changes.within(this.#terms.drainTimeout, isQuiet);
    this.#polling.abort(new Error('the consumer has ended'));
    for (const held of this.#running.keys()) {
      held.ended.abort(new Error('the consumer has ended'));
      this.#release(held, 0);
    }
    await this.#changes.until(() => this.#asked === 0);
    await Promise.all(this.#sources.map((source) => source.flush()));
    await Promise.all(this.#others);
    this.#leases.end();
  }

  #sourceOf({ queue }: Held<T>): Source<T> {
    const source = this.#sources.find((one) => one.queue === queue);
    if (source === undefined) throw new Error('a message of no queue of this consumer');
    return source;
  }
}
