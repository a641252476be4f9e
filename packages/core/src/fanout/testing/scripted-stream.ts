import type { Target } from '../../targets/target.js';
import type { Verdict } from '../attempt.js';
import { currentCall } from '../call.js';
import type { Found } from '../job.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { StreamJob } from '../streams/stream-job.js';
import { Deferred } from './deferred.js';
import { verdictOn } from './gated-job.js';
import { Load } from './load.js';
import { foundAt } from './targets.js';

export interface Page {
  readonly items: readonly number[];
  readonly token?: string | undefined;
}

/** What a target answers to one request after another: a page, an error, or nothing until the test opens the gate. */
export type Step = Page | Error | Deferred<Page>;

/** The pages of these items, each but the last with a token that names the page after it. */
export function pagesOf(...pages: readonly (readonly number[])[]): readonly Page[] {
  return pages.map((items, index) => (index < pages.length - 1 ? { items, token: `page ${index + 1}` } : { items }));
}

/** A paginating job whose pages are written down beforehand. */
export class ScriptedStream implements StreamJob<Page> {
  readonly operation = 'paginateThings';
  readonly limits: Limits;
  readonly script: Readonly<Record<string, readonly Step[]>>;
  /** The regions in the order in which their pages were asked for. */
  readonly asked: string[] = [];
  /** The regions whose iterators were told that the rest is not wanted. */
  readonly left: string[] = [];
  finds = 0;
  opened = 0;
  readonly load: Load = new Load();
  expectedAt: Readonly<Record<string, number>> = {};
  finding: Promise<Found>;

  constructor(script: Readonly<Record<string, readonly Step[]>>, limits: Partial<Limits> = {}) {
    this.script = script;
    this.limits = { ...defaultLimits, ...limits };
    this.finding = Promise.resolve(foundAt(Object.keys(script)));
  }

  /** How many pages of a region were asked for. */
  requests(region: string): number {
    return this.asked.filter((asked) => asked === region).length;
  }

  find(): Promise<Found> {
    this.finds += 1;
    return this.finding;
  }

  expected({ region }: Target): number {
    return this.expectedAt[region] ?? 0;
  }

  token(page: Page): string | undefined {
    return page.token;
  }

  classify(error: unknown): Verdict {
    return verdictOn(error);
  }

  open({ region }: Target): AsyncIterator<Page> {
    this.opened += 1;
    const steps = [...(this.script[region] ?? [])];
    return {
      next: () => this.#next(region, steps.shift()),
      return: async () => {
        this.left.push(region);
        return { done: true, value: undefined };
      },
    };
  }

  /** The signal of the call that is being made. */
  signal(): AbortSignal | undefined {
    return currentCall()?.signal;
  }

  async #next(region: string, step: Step | undefined): Promise<IteratorResult<Page>> {
    if (step === undefined) return { done: true, value: undefined };
    this.asked.push(region);
    return { done: false, value: await this.load.during(this.signal(), answerOf(step)) };
  }
}

function answerOf(step: Step): Promise<Page> {
  if (step instanceof Error) return Promise.reject(step);
  return step instanceof Deferred ? step.promise : Promise.resolve(step);
}
