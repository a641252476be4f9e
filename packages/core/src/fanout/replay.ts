/** Keeps what arrives, and gives it again, then follows, to anyone who comes later. */
export class Replay<T> {
  readonly #values: T[] = [];
  #waiting: (() => void)[] = [];
  #end: { readonly error?: unknown } | undefined;

  push(value: T): void {
    this.#values.push(value);
    this.#wake();
  }

  /** Nothing more comes; followers end, or fail with `error`. */
  end(end: { readonly error?: unknown } = {}): void {
    this.#end = end;
    this.#wake();
  }

  async *follow(): AsyncGenerator<T, void, undefined> {
    for (let next = 0; ; next += 1) {
      while (next >= this.#values.length && this.#end === undefined) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      if (next < this.#values.length) yield this.#values[next] as T;
      else if (this.#end !== undefined && 'error' in this.#end) throw this.#end.error;
      else return;
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
