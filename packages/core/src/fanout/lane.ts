import type { Target } from '../targets/target.js';
import { notMade } from './attempt.js';
import { CycleGuard } from './cycle-guard.js';
import type { StreamCounts } from './fanout-stream.js';
import { type Gate, processGate } from './gate.js';
import { isFailure, type Outcome } from './outcome.js';
import type { Run } from './run.js';
import type { StreamJob } from './stream-job.js';
import { attemptInTurn } from './turn.js';

/** A page of a target, or how the target ended. */
export type LaneStep<P> = { readonly page: P } | { readonly ended: Outcome<StreamCounts> };

/** The pages of one target, one at a time, and at the end its outcome. */
export class Lane<P> {
  readonly target: Target;
  readonly #job: StreamJob<P>;
  readonly #run: Run;
  readonly #gates: readonly Gate[];
  readonly #cycle = new CycleGuard();
  #iterator: AsyncIterator<P> | undefined;
  #token: string | undefined;
  #circular = false;
  #elapsed = 0;
  #attempts = 0;
  #pages = 0;
  #items = 0;
  #outcome: Outcome<StreamCounts> | undefined;

  constructor(job: StreamJob<P>, target: Target, run: Run, width: Gate) {
    this.target = target;
    this.#job = job;
    this.#run = run;
    this.#gates = run.nested ? [width] : [width, processGate];
  }

  /** How the target ended; before the end, that it was left. */
  get outcome(): Outcome<StreamCounts> | undefined {
    return this.#outcome;
  }

  /** Notes how many items a page turned out to have. */
  counted(items: number): void {
    this.#items += items;
  }

  /** The next page. Waits for a slot, so that no more pages than allowed are under way. */
  async next(): Promise<LaneStep<P>> {
    if (this.#circular) return this.#end();
    const fetched = await this.#fetch();
    this.#elapsed += fetched.elapsed;
    this.#attempts += fetched.attempts;
    if (isFailure(fetched)) return this.#fail(fetched);
    return fetched.value.done === true ? this.#end() : this.#took(fetched.value.value);
  }

  /** Tells the target's iterator that nobody wants the rest. Not waited for: a target that hangs would not answer this either. */
  leave(): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = this.#totals(notMade(this.target, this.#run.stopped ?? notStarted));
    this.#close();
  }

  #fetch(): Promise<Outcome<IteratorResult<P>>> {
    const { operation } = this.#job;
    const invoke = async () => {
      this.#iterator ??= this.#job.open(this.target);
      return { value: await this.#iterator.next(), truncated: false };
    };
    const classify = (error: unknown) => this.#job.classify(error, this.target);
    return attemptInTurn(this.#gates, { operation, target: this.target, invoke, classify }, this.#run);
  }

  #took(page: P): LaneStep<P> {
    this.#pages += 1;
    this.#token = this.#job.token(page);
    if (this.#token !== undefined && this.#cycle.repeats(this.#token)) {
      this.#circular = true;
      this.#close();
    }
    return { page };
  }

  #end(): LaneStep<P> {
    const value = { pages: this.#pages, items: this.#items };
    const base = { target: this.target, elapsed: this.#elapsed, attempts: this.#attempts };
    this.#outcome = { ...base, status: 'ok', value, truncated: this.#token !== undefined };
    return { ended: this.#outcome };
  }

  #fail(failure: Outcome<unknown>): LaneStep<P> {
    this.#outcome = this.#totals(failure);
    this.#close();
    return { ended: this.#outcome };
  }

  #totals(failure: Outcome<unknown>): Outcome<StreamCounts> {
    if (!isFailure(failure)) throw new TypeError('an outcome that is ok is no failure');
    return { ...failure, elapsed: this.#elapsed, attempts: this.#attempts, startingToken: this.#token };
  }

  #close(): void {
    // What an iterator says to being left is no answer to anything that was asked.
    this.#iterator?.return?.()?.then(undefined, () => 'left');
  }
}

const notStarted = { status: 'cancelled', error: new Error('the stream ended before this target was asked') } as const;
