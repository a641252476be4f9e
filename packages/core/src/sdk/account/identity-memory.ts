/** Answers that are the same for all who ask as one identity. Those that are over make room when another is kept. */
export class IdentityMemory<A> {
  readonly #answers = new Map<string, { until: number; readonly answer: Promise<A> }>();

  /** The answer that is known, or on its way. */
  find(key: string): Promise<A> | undefined {
    const known = this.#answers.get(key);
    return known !== undefined && Date.now() < known.until ? known.answer : undefined;
  }

  /** Keeps the answer, from now for all who ask, for as many milliseconds as it turns out to be good for. A failure is not kept. */
  async keep(key: string, answer: Promise<A>, lifetimeOf: (answer: A) => number): Promise<A> {
    const entry = { until: Number.POSITIVE_INFINITY, answer };
    this.#forgetOld();
    this.#answers.set(key, entry);
    try {
      const value = await answer;
      entry.until = Date.now() + lifetimeOf(value);
      return value;
    } catch (error) {
      this.#answers.delete(key);
      throw error;
    }
  }

  #forgetOld(): void {
    const now = Date.now();
    for (const [key, { until }] of this.#answers) if (until <= now) this.#answers.delete(key);
  }
}
