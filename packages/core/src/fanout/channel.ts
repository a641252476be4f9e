type Result<T> = IteratorResult<T, undefined>;

/** Hands values from many producers to one consumer. Each producer waits until its value is taken. */
export class Channel<T> {
  readonly #offers: { readonly value: T; readonly taken: () => void }[] = [];
  #taker: { resolve(result: Result<T>): void; reject(error: unknown): void } | undefined;
  #isFree = false;
  #end: { readonly error?: unknown } | undefined;

  /** Settles when the value was taken; at once after {@link Channel.free}, and after the end, when it is dropped. */
  push(value: T): void | Promise<void> {
    if (this.#end !== undefined) return;
    const taker = this.#taker;
    this.#taker = undefined;
    if (taker !== undefined) return taker.resolve({ done: false, value });
    return new Promise((taken) => {
      this.#offers.push({ value, taken });
      if (this.#isFree) taken();
    });
  }

  /** Lets the producers go: what they have is kept until it is taken. */
  free(): void {
    this.#isFree = true;
    for (const { taken } of this.#offers) taken();
  }

  /** No more values: the consumer ends after those that are here, or fails with `error`. */
  end(end: { readonly error?: unknown } = {}): void {
    if (this.#end !== undefined) return;
    this.free();
    this.#end = end;
    const taker = this.#taker;
    this.#taker = undefined;
    if (taker !== undefined) this.take().then(taker.resolve, taker.reject);
  }

  /** The next value, waited for by one consumer at a time. */
  take(): Promise<Result<T>> {
    const offer = this.#offers.shift();
    if (offer !== undefined) {
      offer.taken();
      return Promise.resolve({ done: false, value: offer.value });
    }
    if (this.#end === undefined) return new Promise((resolve, reject) => (this.#taker = { resolve, reject }));
    return 'error' in this.#end ? Promise.reject(this.#end.error) : Promise.resolve({ done: true, value: undefined });
  }
}
