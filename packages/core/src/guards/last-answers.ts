/** When a call began that an origin answered, and when the answer came. */
export interface LastAnswer {
  readonly began: number;
  readonly at: number;
}

const most = 4_096;

/** When each origin answered last. Buckets are origins, so there may be any number: those heard of longest ago are forgotten. */
export class LastAnswers {
  readonly #answers = new Map<string, LastAnswer>();

  of(origin: string): LastAnswer | undefined {
    return this.#answers.get(origin);
  }

  came(origin: string, answer: LastAnswer): void {
    // Deleted first, so that the map stays in the order of hearing.
    this.#answers.delete(origin);
    this.#answers.set(origin, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > most && oldest !== undefined) this.#answers.delete(oldest);
  }

  clear(): void {
    this.#answers.clear();
  }

  [Symbol.iterator](): IterableIterator<[string, LastAnswer]> {
    return this.#answers[Symbol.iterator]();
  }
}
