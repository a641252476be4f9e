/** How many milliseconds calls may be begun in one go before the event loop gets its turn. */
const slice = 2;

/**
 * Lets the calls that were begun reach the wire before the next are begun. Begun all at once, they would go through their
 * client's steps side by side, and the first request would leave only when the last has been built.
 */
export class Pace {
  #sliceBegan = performance.now();
  #turn: Promise<void> | undefined;

  /** What to wait for before the next call is begun; `undefined` when it may begin at once. */
  next(): Promise<void> | undefined {
    if (this.#turn === undefined && performance.now() - this.#sliceBegan < slice) return undefined;
    this.#turn ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#turn = undefined;
        this.#sliceBegan = performance.now();
        resolve();
      });
    });
    return this.#turn;
  }
}
