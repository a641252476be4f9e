/** A bucket's size and how fast it fills. */
export interface BucketSize {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

/** A token bucket: full at first, one token a request. */
export class TokenBucket {
  readonly #size: BucketSize;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  /** @param now - milliseconds on a clock that never goes back */
  constructor(size: BucketSize, now: () => number) {
    this.#size = size;
    this.#now = now;
    this.#tokens = size.capacity;
    this.#filledAt = now();
  }

  /** Takes a token; `false` when there is none. */
  take(): boolean {
    this.#fill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  #fill(): void {
    const now = this.#now();
    const gained = ((now - this.#filledAt) / 1000) * this.#size.refillPerSecond;
    this.#tokens = Math.min(this.#size.capacity, this.#tokens + gained);
    this.#filledAt = now;
  }
}
