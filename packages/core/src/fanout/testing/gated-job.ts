import type { Target } from '../../targets/target.js';
import type { Answer, Task, Verdict } from '../attempt.js';
import type { Call } from '../call.js';
import type { Found, Job, Plan } from '../job.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { FailureStatus, Outcome } from '../outcome.js';
import { Deferred } from './deferred.js';
import { Load } from './load.js';
import { foundAt } from './targets.js';

/** An error that says which status it is to get. */
export class StatusError extends Error {
  readonly status: FailureStatus;

  constructor(status: FailureStatus, message: string = `it was ${status}`) {
    super(message);
    this.status = status;
  }
}

/** What the doubles make of an error. */
export function verdictOn(error: unknown): Verdict {
  if (!(error instanceof Error)) return { status: 'failed', error: new Error(String(error)) };
  return { status: error instanceof StatusError ? error.status : 'failed', error };
}

/** A job whose every answer waits until the test gives it. */
export class GatedJob implements Job<string> {
  readonly operation = 'describeThings';
  readonly callsEach: Plan['calls'] = { min: 1, max: 1 };
  readonly limits: Limits;
  readonly regions: readonly string[];
  /** The regions in the order in which they were asked. */
  readonly asked: string[] = [];
  readonly outcomesSeen: Outcome<unknown>[] = [];
  readonly callAt: Map<string, Call> = new Map();
  finds = 0;
  /** Settles the finding of targets, where the test holds it up. */
  finding: Promise<Found>;
  readonly #load = new Load();
  readonly #answers = new Map<string, Deferred<Answer<string>>>();
  readonly #expected: Readonly<Record<string, number>>;

  constructor(
    regions: readonly string[],
    limits: Partial<Limits> = {},
    expected: Readonly<Record<string, number>> = {},
  ) {
    this.regions = regions;
    this.limits = { ...defaultLimits, ...limits };
    this.#expected = expected;
    this.finding = Promise.resolve(foundAt(regions));
  }

  find(): Promise<Found> {
    this.finds += 1;
    return this.finding;
  }

  expected({ region }: Target): number {
    return this.#expected[region] ?? 0;
  }

  seen(outcome: Outcome<unknown>): void {
    this.outcomesSeen.push(outcome);
  }

  task(target: Target): Task<string> {
    const invoke = (call: Call) => this.#asked(target.region, call);
    return { operation: this.operation, target, invoke, classify: verdictOn };
  }

  answer(region: string, value: string = `of ${region}`, truncated: boolean = false): void {
    this.#answerOf(region).resolve({ value, truncated });
  }

  fail(region: string, error: unknown = new Error(`${region} broke`)): void {
    this.#answerOf(region).reject(error);
  }

  answerAll(): void {
    for (const region of this.regions) this.answer(region);
  }

  get underWay(): number {
    return this.#load.now;
  }

  get mostUnderWay(): number {
    return this.#load.most;
  }

  /** Whether the call at this region was told that nobody wants its answer any more. */
  isCancelled(region: string): boolean {
    return this.callAt.get(region)?.signal.aborted === true;
  }

  #asked(region: string, call: Call): Promise<Answer<string>> {
    this.asked.push(region);
    this.callAt.set(region, call);
    return this.#load.during(call.signal, this.#answerOf(region).promise);
  }

  #answerOf(region: string): Deferred<Answer<string>> {
    const known = this.#answers.get(region);
    if (known !== undefined) return known;
    const made = new Deferred<Answer<string>>();
    // A region may fail before it is asked, or never be.
    made.promise.catch(() => 'not asked');
    this.#answers.set(region, made);
    return made;
  }
}
