import type { Queue } from '../queues/queue.js';
import { Changes } from './changes.js';
import type { ConsumeReport } from './consume-event.js';
import type { Terms } from './consume-options.js';
import type { Held } from './held.js';
import { Lanes } from './lanes.js';
import { Leases } from './leases.js';
import { Polls } from './polls.js';
import { settlersOf } from './settlers.js';
import { Source } from './source.js';
import { Tally } from './tally.js';
import { Verdicts } from './verdicts.js';

/** Handles a message. What it resolves to is nobody's; when it rejects, the message comes again. */
export type Handle<T> = (held: Held<T>) => unknown;

/**
 * Polls queues of any regions, hands their messages to one handler, some at once, and takes each out of its queue or gives it back.
 * What is said of numbers holds for all queues together: a slow handler stops the polling.
 */
export class Consumer<T> {
  readonly #terms: Terms<T>;
  readonly #handle: Handle<T>;
  readonly #tally: Tally;
  readonly #leases: Leases<T>;
  readonly #verdicts: Verdicts<T>;
  readonly #polls: Polls<T>;
  readonly #lanes = new Lanes<T>();
  readonly #changes = new Changes();
  readonly #running = new Map<Held<T>, Promise<void>>();
  /** Messages that were received and whose handling has not ended. */
  #held = 0;
  #isBegun = false;
  #isEnding = false;

  constructor(queues: readonly Queue<T>[], handle: Handle<T>, terms: Terms<T>) {
    this.#terms = terms;
    this.#handle = handle;
    this.#tally = new Tally(terms.onEvent);
    this.#leases = new Leases(terms.visibility, {
      extended: (queue, held) => this.#tally.settled(queue, 'extended', held),
      lost: (held, error) => this.#verdicts.lose(held, error),
    });
    this.#verdicts = new Verdicts(terms, this.#tally, this.#leases);
    this.#polls = new Polls(terms, this.#tally, {
      held: () => this.#held,
      take: (held) => this.#take(held),
      pump: () => this.#pump(),
    });
    for (const queue of queues) this.add(queue);
  }

  /** Polls one queue more, from now on. */
  add(queue: Queue<T>): void {
    this.#polls.add(new Source(queue, settlersOf(queue, this.#leases, this.#tally)));
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
    this.#polls.begin();
    this.#changes.notify();
  }

  /** A message is done with. It made room for a poll where only room was missing. */
  #handled(): void {
    this.#dispatch();
    if (this.#polls.isFull) this.#polls.begin();
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
    const began = performance.now();
    const beganAt = Date.now();
    try {
      if (!this.#verdicts.isDuplicate(held)) {
        await this.#handle(held);
        this.#tally.handled(held, beganAt, performance.now() - began);
      }
      this.#verdicts.delete(held);
    } catch (error) {
      this.#fail(held, error);
    }
    this.#running.delete(held);
    this.#forget(held);
    this.#handled();
  }

  /** What failed comes again, and what waits behind it in its group with it. */
  #fail(held: Held<T>, error: unknown): void {
    if (!held.isSettled) for (const other of this.#lanes.behind(held)) this.#giveBack(other);
    this.#verdicts.fail(held, error);
  }

  /** Of one that nobody has begun to handle. */
  #giveBack(held: Held<T>): void {
    this.#held -= 1;
    this.#verdicts.release(held, 0);
  }

  #take(held: Held<T>): void {
    this.#held += 1;
    this.#leases.keep(held);
    if (this.#isEnding) this.#giveBack(held);
    else this.#lanes.add(held);
  }

  /** Nothing more is received; what waits is given back; what runs has its time, and so have polls, whose messages would else be invisible for nothing. */
  async #drain(): Promise<void> {
    this.#isEnding = true;
    this.#polls.end();
    for (const held of this.#lanes.clear()) this.#giveBack(held);
    const isQuiet = () => this.#running.size === 0 && !this.#polls.areUnderWay;
    await this.#changes.within(this.#terms.drainTimeout, isQuiet);
    this.#polls.cut();
    for (const held of this.#running.keys()) {
      held.end(new Error('the consumer has ended'));
      this.#verdicts.release(held, 0);
    }
    await this.#changes.until(() => !this.#polls.areUnderWay);
    await Promise.all(this.#polls.sources.map((source) => source.flush()));
    await this.#verdicts.flush();
    this.#leases.end();
  }
}
