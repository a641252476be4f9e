import type { Target } from '../../targets/target.js';
import { type Gate, processGate } from '../gate.js';
import { isFailure, type Outcome } from '../outcome.js';
import type { Run, Stop } from '../run.js';
import { attemptInTurn } from '../turn.js';
import { CycleGuard } from './cycle-guard.js';
import type { StreamCounts } from './fanout-stream.js';
import { type Ending, type LanePage, LaneTally } from './lane-tally.js';
import type { StreamJob } from './stream-job.js';

/** A page of a target, or how its pages ended. */
export type LaneStep<P> = { readonly page: LanePage<P> } | { readonly ending: Ending };

/** The pages of one target, one at a time, and at the end its outcome. */
export class Lane<P> {
  readonly target: Target;
  /** The target's place among all of them. */
  readonly rank: number;
  readonly tally: LaneTally = new LaneTally();
  readonly #job: StreamJob<P>;
  readonly #run: Run;
  readonly #gates: readonly Gate[];
  readonly #cycle = new CycleGuard();
  #iterator: AsyncIterator<P> | undefined;
  #fetching: Promise<unknown> | undefined;
  #token: string | undefined;
  #isCircular = false;
  #ending: Ending | undefined;

  constructor(job: StreamJob<P>, run: Run, width: Gate, place: { readonly target: Target; readonly rank: number }) {
    this.target = place.target;
    this.rank = place.rank;
    this.#job = job;
    this.#run = run;
    this.#gates = run.nested ? [width] : [width, processGate];
  }

  /** The next page, in its turn: no more pages than allowed are under way. Never rejects. */
  next(): Promise<LaneStep<P>> {
    const step = this.#next();
    this.#fetching = step;
    return step;
  }

  /** Takes no more pages, and gives the outcome. The run has ended: what was under way ends at once. */
  async close(left: Stop): Promise<Outcome<StreamCounts>> {
    await this.#fetching;
    if (this.#ending === undefined) this.#leave();
    return this.tally.outcome(this.target, this.#ending, left);
  }

  async #next(): Promise<LaneStep<P>> {
    if (this.#isCircular) return this.#ended('done');
    const fetched = await this.#fetch();
    this.tally.spent(fetched);
    if (isFailure(fetched)) {
      this.#leave();
      return this.#ended({ status: fetched.status, error: fetched.error });
    }
    return fetched.value === undefined ? this.#ended('done') : this.#came(fetched.value);
  }

  #fetch(): Promise<Outcome<LanePage<P> | undefined>> {
    const { operation } = this.#job;
    const invoke = async () => {
      this.#iterator ??= this.#job.open(this.target);
      const { done, value } = await this.#iterator.next();
      return { value: done === true ? undefined : this.#pageOf(value), truncated: false };
    };
    const classify = (error: unknown) => this.#job.classify(error, this.target);
    return attemptInTurn(
      { gates: this.#gates, pace: this.#job.pace, since: performance.now() },
      { operation, target: this.target, invoke, classify },
      this.#run,
    );
  }

  #pageOf(value: P): LanePage<P> {
    this.#token = this.#job.token(value, this.#token);
    return { value, token: this.#token };
  }

  #came(page: LanePage<P>): LaneStep<P> {
    this.tally.came();
    if (page.token !== undefined && this.#cycle.repeats(page.token)) {
      this.#isCircular = true;
      this.#leave();
    }
    return { page };
  }

  #ended(ending: Ending): LaneStep<P> {
    this.#ending = ending;
    return { ending };
  }

  /** Tells the iterator that nobody wants the rest. Not waited for: a target that hangs would not answer this either. */
  #leave(): void {
    const leaving = async () => this.#iterator?.return?.();
    // What an iterator says to being left is no answer to anything that was asked.
    leaving().catch(() => 'left');
  }
}
