import { compareBytes } from './compare-bytes.js';

/** A full run is cut in two: moving so many entries costs less than finding the run. */
const RUN = 512;

interface Run<V> {
  readonly keys: string[];
  readonly values: V[];
}

/** A map in the order of its keys' UTF-8 bytes: short sorted runs, so that neither a change nor a page looks at all of it. */
export class SortedMap<V> {
  readonly #runs: Run<V>[] = [{ keys: [], values: [] }];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    const { run, at, found } = this.#place(key);
    return found ? run.values[at] : undefined;
  }

  set(key: string, value: V): void {
    const { run, at, found, index } = this.#place(key);
    if (found) {
      run.values[at] = value;
      return;
    }
    run.keys.splice(at, 0, key);
    run.values.splice(at, 0, value);
    this.#size += 1;
    if (run.keys.length > RUN) this.#cut(run, index);
  }

  delete(key: string): void {
    const { run, at, found, index } = this.#place(key);
    if (!found) return;
    run.keys.splice(at, 1);
    run.values.splice(at, 1);
    this.#size -= 1;
    if (run.keys.length === 0 && this.#runs.length > 1) this.#runs.splice(index, 1);
  }

  /**
   * The entries in order, from the first whose key passes; every key behind one that passes must pass too. Not to be gone on with
   * after a change.
   */
  *from(passes: (key: string) => boolean): IterableIterator<[string, V]> {
    const last = (run: Run<V>): boolean => run.keys.length > 0 && passes(run.keys.at(-1) as string);
    let index = firstOf(this.#runs, last);
    const start = this.#runs[index];
    let at = start ? firstOf(start.keys, passes) : 0;
    for (; index < this.#runs.length; index += 1, at = 0) {
      const { keys, values } = this.#runs[index] as Run<V>;
      for (; at < keys.length; at += 1) yield [keys[at] as string, values[at] as V];
    }
  }

  /**
   * The entries in the opposite order, from the last whose key does not pass; every key behind one that passes must pass too. Not to
   * be gone on with after a change.
   */
  *back(passes: (key: string) => boolean): IterableIterator<[string, V]> {
    const last = (run: Run<V>): boolean => run.keys.length > 0 && passes(run.keys.at(-1) as string);
    let index = Math.min(firstOf(this.#runs, last), this.#runs.length - 1);
    let at = firstOf((this.#runs[index] as Run<V>).keys, passes) - 1;
    for (; index >= 0; index -= 1, at = (this.#runs[index]?.keys.length ?? 0) - 1) {
      const { keys, values } = this.#runs[index] as Run<V>;
      for (; at >= 0; at -= 1) yield [keys[at] as string, values[at] as V];
    }
  }

  #place(key: string): { run: Run<V>; index: number; at: number; found: boolean } {
    const notBefore = (run: Run<V>): boolean => compareBytes(run.keys.at(-1) ?? key, key) >= 0;
    const index = Math.min(firstOf(this.#runs, notBefore), this.#runs.length - 1);
    const run = this.#runs[index] as Run<V>;
    const at = firstOf(run.keys, (one) => compareBytes(one, key) >= 0);
    return { run, index, at, found: run.keys[at] === key };
  }

  #cut({ keys, values }: Run<V>, index: number): void {
    // Keys that come in order fill their runs: only the last entry goes into a new one.
    const at = index === this.#runs.length - 1 ? RUN : RUN / 2;
    this.#runs.splice(index + 1, 0, { keys: keys.splice(at), values: values.splice(at) });
  }
}

/** Where the first passes, of a list in which every one behind one that passes does too; its length if none does. */
function firstOf<T>(list: readonly T[], passes: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
