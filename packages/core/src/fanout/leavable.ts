/** A generator that can be left while it waits. By itself it would finish that wait first, however long it takes. */
export class Leavable<T> implements AsyncIterableIterator<T, void, undefined> {
  readonly #values: AsyncGenerator<T, void, undefined>;
  readonly #leave: () => void;

  /** `leave` is called when the consumer leaves, also before its first value; it ends what the generator waits for. */
  constructor(values: AsyncGenerator<T, void, undefined>, leave: () => void) {
    this.#values = values;
    this.#leave = leave;
  }

  next(): Promise<IteratorResult<T, void>> {
    return this.#values.next();
  }

  return(): Promise<IteratorResult<T, void>> {
    this.#leave();
    return this.#values.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
