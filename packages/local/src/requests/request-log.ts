import { checkCount, checkMatch } from './check-match.js';
import { LocalCloudClosedError } from './closed-error.js';

/** A request that reached the cloud, whatever became of it. */
export interface RequestRecord {
  readonly at: Date;
  /** The signing name: `ec2`, `sts`. */
  readonly service: string | undefined;
  readonly region: string | undefined;
  /** The account whose key was named; its signature may yet have been refused. */
  readonly account: string | undefined;
  readonly action: string | undefined;
}

/** Which requests to count: all that agree with what is given. */
export type RequestMatch = Partial<Omit<RequestRecord, 'at'>>;

/** What was received. */
export interface Requests extends Iterable<RequestRecord> {
  /** How many in all. */
  readonly total: number;
  /** The newest 10,000, oldest first. */
  readonly recent: readonly RequestRecord[];
  /** How many agree with `match`, of all that came. Throws {@link LocalCloudOptionsError} for names that records have not. */
  count(match?: RequestMatch): number;
  /**
   * Resolves as soon as `count` requests (one, unless said) agree with `match`, those from before included. Rejects with a
   * {@link LocalCloudClosedError} when the cloud closes first; a wait that nobody awaits is then simply over, and is no
   * unhandled rejection.
   */
  waitFor(match?: RequestMatch, count?: number): Promise<void>;
}

interface Waiter {
  readonly match: RequestMatch;
  readonly count: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const KEEP = 10_000;

/** Counts for ever, remembers the newest. */
export class RequestLog implements Requests {
  #records: RequestRecord[] = [];
  readonly #counts = new Map<string, { readonly record: RequestRecord; count: number }>();
  #total = 0;
  #waiters: Waiter[] = [];
  #closed = false;

  get total(): number {
    return this.#total;
  }

  get recent(): readonly RequestRecord[] {
    return this.#records.slice(-KEEP);
  }

  count(match: RequestMatch = {}): number {
    return this.#count(checkMatch(match));
  }

  add(record: RequestRecord): void {
    this.#total += 1;
    this.#records.push(Object.freeze(record));
    // Cut in bulk: taking one from the front of a full array for each request would cost a copy each.
    if (this.#records.length >= 2 * KEEP) this.#records = this.#records.slice(-KEEP);
    this.#tally(record);
    if (this.#waiters.length > 0) this.#wake();
  }

  waitFor(match: RequestMatch = {}, count = 1): Promise<void> {
    const wait = new Promise<void>((resolve, reject) => {
      this.#waiters.push({ match: checkMatch(match), count: checkCount(count), resolve, reject });
      this.#wake();
    });
    // A test that failed before it came to await this has closed the cloud too; its own failure is to be seen, not ours.
    wait.catch(() => {});
    return wait;
  }

  /** Ends every wait: nothing more will come. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  [Symbol.iterator](): Iterator<RequestRecord> {
    return this.recent[Symbol.iterator]();
  }

  #count(match: RequestMatch): number {
    let sum = 0;
    for (const { record, count } of this.#counts.values()) if (agrees(record, match)) sum += count;
    return sum;
  }

  #wake(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) {
      const { match, count, resolve, reject } = waiter;
      const came = this.#count(match);
      if (came >= count) resolve();
      else if (this.#closed) reject(new LocalCloudClosedError(match, came, count));
      else this.#waiters.push(waiter);
    }
  }

  #tally(record: RequestRecord): void {
    const key = JSON.stringify([record.service, record.region, record.account, record.action]);
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { record, count: 1 });
  }
}

function agrees(record: RequestRecord, match: RequestMatch): boolean {
  return (Object.keys(match) as (keyof RequestMatch)[]).every((key) => record[key] === match[key]);
}
