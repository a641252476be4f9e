/** How many milliseconds calls may be begun in one go before the event loop gets its turn. */
const slice = 2;

/**
 * Lets the calls that were begun reach the wire before the next are begun. Begun all at once, they would go through their
 * client's steps side by side, and the first request would leave only when the last has been built.
 */
export class Pace {
  #began: number | undefined;
  #turn: Promise<void> | undefined;

  /** What to wait for before the next call is begun; `undefined` when it may begin at once. */
  next(): Promise<void> | undefined {
    if (this.#began === undefined) this.#beginSlice();
    else if (this.#turn !== undefined || performance.now() - this.#began >= slice) return this.#nextTurn();
    return undefined;
  }

  /** A slice ends with the turn of the event loop that it began in. */
  #beginSlice(): void {
    this.#began = performance.now();
    setImmediate(() => {
      this.#began = undefined;
    });
  }

  #nextTurn(): Promise<void> {
    this.#turn ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#turn = undefined;
        resolve();
      });
    });
    return this.#turn;
  }
}

/** The pace at which all fan-outs of this process begin their calls. */
export const processPace: Pace = new Pace();
