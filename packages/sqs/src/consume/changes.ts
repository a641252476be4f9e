/** Tells those who wait for something that it may have come true. */
export class Changes {
  #waiting: (() => void)[] = [];

  notify(): void {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves as soon as it holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves as soon as it holds, or after so many milliseconds. */
  async within(milliseconds: number, holds: () => boolean): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([over, this.until(holds)]);
    clearTimeout(timer);
  }
}
