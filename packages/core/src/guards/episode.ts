import { isNetworkDown } from '../errors/network-down.js';

/** Calls that began within so many milliseconds of a failing one tell whether it is this machine's network that fails. */
const span = 10_000;

/** What the origins said whose calls began around the time of a failing one. */
export class Episode {
  readonly #began: number;
  readonly #failed = new Set<string>();
  readonly #alive = new Set<string>();

  /** `began`: when the first failing call did. */
  constructor(began: number) {
    this.#began = began;
  }

  /** Whether a call that began then belongs to it. */
  covers(began: number): boolean {
    return Math.abs(began - this.#began) <= span;
  }

  failed(origin: string): void {
    this.#alive.delete(origin);
    this.#failed.add(origin);
  }

  alive(origin: string): void {
    this.#failed.delete(origin);
    this.#alive.add(origin);
  }

  /** Whether this machine's own network is to blame. */
  get isNetworkDown(): boolean {
    return isNetworkDown({ failed: this.#failed.size, alive: this.#alive.size });
  }
}
