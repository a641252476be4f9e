import { type BucketSize, TokenBucket } from './token-bucket.js';

/** The bucket that a call draws from: its name within the account and region, and its size. */
export interface BucketChoice extends BucketSize {
  readonly name: string;
}

/** Every bucket of the cloud: one for each account, region and name. */
export class Throttle {
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #now: () => number;

  /** @param now - milliseconds on a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether the call may go on. */
  admits(account: string, region: string, choice: BucketChoice): boolean {
    const key = `${account}/${region}/${choice.name}`;
    const bucket = this.#buckets.get(key) ?? new TokenBucket(choice, this.#now);
    this.#buckets.set(key, bucket);
    return bucket.take();
  }
}
