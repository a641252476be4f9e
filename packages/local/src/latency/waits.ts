/** The waits that are going on, so that all of them can be ended at once. */
export class Waits {
  readonly #ends = new Set<() => void>();
  #over = false;

  /** Waits; `false` when it was ended before its time. */
  wait(ms: number): Promise<boolean> {
    if (this.#over) return Promise.resolve(false);
    if (ms <= 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (whole: boolean): void => {
        clearTimeout(timer);
        this.#ends.delete(cut);
        resolve(whole);
      };
      const cut = (): void => end(false);
      const timer = setTimeout(end, ms, true);
      this.#ends.add(cut);
    });
  }

  /** Ends every wait, and every later one at once. */
  end(): void {
    this.#over = true;
    for (const cut of [...this.#ends]) cut();
  }
}
