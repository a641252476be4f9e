/** A binary heap: the least value is always at hand, put in and taken out in logarithmic time. */
export class Heap<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #values: T[] = [];

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  /** The least value, which stays. */
  get least(): T | undefined {
    return this.#values[0];
  }

  push(value: T): void {
    let at = this.#values.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfLess(at, parent)) return;
      at = parent;
    }
  }

  pop(): T | undefined {
    const [least] = this.#values;
    const last = this.#values.pop();
    if (this.#values.length === 0 || last === undefined) return least;
    this.#values[0] = last;
    this.sinkLeast();
    return least;
  }

  /** Puts the value that was the least where it belongs now that it has grown. */
  sinkLeast(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      if (left >= this.#values.length) return;
      const child = right < this.#values.length && this.#less(right, left) ? right : left;
      if (!this.#swapIfLess(child, at)) return;
      at = child;
    }
  }

  #swapIfLess(lower: number, upper: number): boolean {
    if (!this.#less(lower, upper)) return false;
    const value = this.#values[lower] as T;
    this.#values[lower] = this.#values[upper] as T;
    this.#values[upper] = value;
    return true;
  }

  #less(a: number, b: number): boolean {
    return this.#compare(this.#values[a] as T, this.#values[b] as T) < 0;
  }
}
