import { ConsumedError } from '../errors/consumed-error.js';
import { showAs } from '../printing/show-as.js';
import type { Target } from '../targets/target.js';
import { Channel } from './channel.js';
import { execute, executeAndKeep } from './execute.js';
import type { Fanout } from './fanout.js';
import { type Found, type Job, type Plan, planOf } from './job.js';
import { Leavable } from './leavable.js';
import type { Outcome } from './outcome.js';
import { Replay } from './replay.js';
import type { Report } from './report.js';
import { Run } from './run.js';
import { byRegion, byTarget, flat, requireComplete, requireSelect } from './values.js';

/**
 * The {@link Fanout} of one job. `new` until the turn that made it is over or somebody claims its outcomes; `planned` when
 * only its plan was asked for; then either `streaming` (outcomes are handed to one loop) or `keeping` (they are kept for all).
 */
export class FannedCall<T> implements Fanout<T> {
  static {
    showAs(FannedCall.prototype, (call: FannedCall<unknown>) => `Fanout(${call.#job.operation}, ${call.#state})`);
  }

  readonly #job: Job<T>;
  readonly #run: Run;
  readonly #decided: Promise<void>;
  #decide: () => void = () => {};
  #state: 'new' | 'planned' | 'streaming' | 'keeping' = 'new';
  #iterations = 0;
  #found: Promise<Found> | undefined;
  #channel: Channel<Outcome<T>> | undefined;
  #kept: { readonly report: Promise<Report<T>>; readonly replay: Replay<Outcome<T>> } | undefined;
  #unclaimed: Promise<unknown> | undefined;

  constructor(job: Job<T>) {
    this.#job = job;
    this.#run = new Run(job.limits);
    this.#decided = new Promise((resolve) => {
      this.#decide = resolve;
    });
    this.#startAtEndOfTurn();
  }

  // biome-ignore lint/suspicious/noThenProperty: a fan-out is awaited like the SDK call that it stands for
  then<A = readonly T[], B = never>(
    onFulfilled?: ((values: readonly T[]) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#complete()
      .then(({ values }) => values)
      .then(onFulfilled, onRejected);
  }

  catch<R = never>(onRejected?: ((reason: unknown) => R | PromiseLike<R>) | null): Promise<readonly T[] | R> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<readonly T[]> {
    return this.then().finally(onFinally);
  }

  settled(): Promise<Report<T>> {
    return this.#claim();
  }

  byRegion(): Promise<ReadonlyMap<string, T>> {
    return this.#complete().then(byRegion);
  }

  byTarget(): Promise<ReadonlyMap<Target, T>> {
    return this.#complete().then(byTarget);
  }

  flat<U>(select: (value: T, target: Target) => Iterable<U> | undefined): Promise<readonly U[]> {
    requireSelect(`${this.#job.operation}: flat`, select);
    return this.#complete().then((report) => flat(report, select));
  }

  plan(): Promise<Plan> {
    if (this.#state === 'new' && this.#iterations === 0) this.#state = 'planned';
    return this.#find().then(({ targets }) => planOf(this.#job, targets));
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Outcome<T>, void, undefined> {
    this.#iterations += 1;
    const isFirst = this.#iterations === 1;
    if (this.#state === 'planned') this.#startAtEndOfTurn();
    return new Leavable(this.#iterate(isFirst), () => isFirst && this.#decided.then(() => this.#leave()));
  }

  async *#iterate(isFirst: boolean): AsyncGenerator<Outcome<T>, void, undefined> {
    await this.#decided;
    if (this.#channel === undefined) yield* this.#follow();
    else if (isFirst) yield* handedOver(this.#channel);
    else throw this.#consumed();
  }

  #follow(): AsyncGenerator<Outcome<T>, void, undefined> {
    this.#claimKept();
    return this.#keep().replay.follow();
  }

  /** The loop that was handed the outcomes wants no more of them. */
  #leave(): void {
    if (this.#channel === undefined) return;
    this.#run.abandon('the loop over the outcomes was left before this target had answered');
    this.#channel.end();
  }

  #startAtEndOfTurn(): void {
    this.#state = 'new';
    queueMicrotask(() => this.#endOfTurn());
  }

  #endOfTurn(): void {
    if (this.#state !== 'new') return;
    if (this.#iterations > 0) this.#stream();
    else this.#keepUnclaimed();
  }

  /** Nobody has asked yet. Made now, so that a failure which nobody ever asks about is an ordinary unhandled rejection. */
  #keepUnclaimed(): void {
    this.#unclaimed = this.#keep().report.then((report) => requireComplete(this.#job, report));
  }

  #stream(): void {
    const channel = new Channel<Outcome<T>>();
    this.#state = 'streaming';
    this.#channel = channel;
    // What is cut short tidies up at once, even when the loop never comes for its outcomes.
    this.#run.onStop(() => channel.free());
    execute(this.#job, this.#find(), this.#run, (outcome) => channel.push(outcome)).then(
      () => channel.end(),
      (error: unknown) => channel.end({ error }),
    );
    this.#decide();
  }

  #complete(): Promise<Report<T>> {
    return this.#claim().then((report) => requireComplete(this.#job, report));
  }

  #claim(): Promise<Report<T>> {
    if (this.#state === 'streaming') return Promise.reject(this.#consumed());
    this.#claimKept();
    return this.#keep().report;
  }

  /** Somebody answers for the outcome now, so the promise that nobody held must not be reported as unhandled. */
  #claimKept(): void {
    this.#unclaimed?.catch(() => 'claimed');
    this.#unclaimed = undefined;
  }

  #keep(): { readonly report: Promise<Report<T>>; readonly replay: Replay<Outcome<T>> } {
    if (this.#kept !== undefined) return this.#kept;
    const replay = new Replay<Outcome<T>>();
    const report = executeAndKeep(this.#job, this.#find(), this.#run, replay);
    this.#state = 'keeping';
    this.#kept = { report, replay };
    this.#decide();
    return this.#kept;
  }

  #find(): Promise<Found> {
    this.#found ??= this.#job.find();
    return this.#found;
  }

  #consumed(): ConsumedError {
    return new ConsumedError(
      `${this.#job.operation}: its outcomes were handed to a loop as they came and not kept; ` +
        'ask for .settled() in the turn that makes the call to have both',
    );
  }
}

async function* handedOver<T>(channel: Channel<T>): AsyncGenerator<T, void, undefined> {
  for (let next = await channel.take(); next.done !== true; next = await channel.take()) yield next.value;
}
