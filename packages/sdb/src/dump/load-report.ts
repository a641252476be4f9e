/**
 * How far a load came.
 *
 * @example
 * ```ts
 * const { items, lines }: LoadReport = await everywhere.load(createReadStream('simpledb.ndjson'));
 * ```
 */
export interface LoadReport {
  /** How many lines of the dump are done with, those skipped among them: what to skip next time. */
  readonly lines: number;
  /** How many items were written. */
  readonly items: number;
  /** How many items were refused. */
  readonly refused: number;
  /** The first hundred of those that were refused, and why. */
  readonly refusals: readonly Refusal[];
}

/**
 * An item that could not be loaded.
 *
 * @example
 * ```ts
 * for (const { region, domain, name, error } of report.refusals) console.warn(region, domain, name, error.message);
 * ```
 */
export interface Refusal {
  readonly region: string;
  readonly domain: string;
  readonly name: string;
  readonly error: Error;
}

/** Refusals that are kept: what is loaded may be of any length. */
const mostKept = 100;

/** Counts while a load goes on. */
export class LoadCounter {
  #lines = 0;
  #items = 0;
  #refused = 0;
  readonly #refusals: Refusal[] = [];

  get report(): LoadReport {
    return { lines: this.#lines, items: this.#items, refused: this.#refused, refusals: [...this.#refusals] };
  }

  reached(lines: number): void {
    this.#lines = lines;
  }

  wrote(): void {
    this.#items += 1;
  }

  refused(refusal: Refusal): void {
    this.#refused += 1;
    if (this.#refusals.length < mostKept) this.#refusals.push(refusal);
  }
}
