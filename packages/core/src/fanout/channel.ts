/** Hands values from many producers to one consumer, keeping at most `room` of them. */
export class Channel<T> {
  readonly #room: number;
  readonly #values: T[] = [];
  readonly #blocked: (() => void)[] = [];
  #taker: { resolve(result: IteratorResult<T, undefined>): void; reject(error: unknown): void } | undefined;
  #end: { readonly error?: unknown } | undefined;

  constructor(room: number) {
    this.#room = room;
  }

  /** Settles when there is room for the next value. */
  push(value: T): void | Promise<void> {
    if (this.#end !== undefined) return;
    if (this.#taker !== undefined) {
      this.#taker.resolve({ done: false, value });
      this.#taker = undefined;
      return;
    }
    this.#values.push(value);
    if (this.#values.length < this.#room) return;
    return new Promise((resolve) => this.#blocked.push(resolve));
  }

  /** No more values: the consumer ends after those that are here, or fails with `error`. */
  end(end: { readonly error?: unknown } = {}): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#unblock();
    const taker = this.#taker;
    this.#taker = undefined;
    if (taker === undefined) return;
    'error' in end ? taker.reject(end.error) : taker.resolve({ done: true, value: undefined });
  }

  /** The next value, waited for by one consumer at a time. */
  take(): Promise<IteratorResult<T, undefined>> {
    const value = this.#values.shift();
    if (value !== undefined) {
      this.#unblock();
      return Promise.resolve({ done: false, value });
    }
    if (this.#end === undefined) return new Promise((resolve, reject) => (this.#taker = { resolve, reject }));
    return 'error' in this.#end ? Promise.reject(this.#end.error) : Promise.resolve({ done: true, value: undefined });
  }

  #unblock(): void {
    if (this.#end === undefined && this.#values.length >= this.#room) return;
    for (const resolve of this.#blocked.splice(0)) resolve();
  }
}
