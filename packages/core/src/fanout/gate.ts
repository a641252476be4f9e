/** Lets at most `width` in at a time, in the order of asking. */
export class Gate {
  readonly #width: number;
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** How many are inside. */
  get inside(): number {
    return this.#inside;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Goes in at once where there is room. */
  tryEnter(): boolean {
    if (this.#inside >= this.#width || this.#waiting.size > 0) return false;
    this.#inside += 1;
    return true;
  }

  /** Calls `enter` when its turn has come; what is returned gives the place in the queue up. */
  wait(enter: () => void): () => void {
    const turn = (): void => {
      this.#inside += 1;
      enter();
    };
    this.#waiting.add(turn);
    return () => this.#waiting.delete(turn);
  }

  /** Gives the slot back. */
  leave(): void {
    this.#inside -= 1;
    const [next] = this.#waiting;
    if (next === undefined || this.#inside >= this.#width) return;
    this.#waiting.delete(next);
    next();
  }
}

/** At most so many calls of all fan-outs of this process are under way at once. */
export const processGate: Gate = new Gate(256);
