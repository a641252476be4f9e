const remembered = 1_000;

/**
 * Tells when a sequence of continuation tokens goes round in a circle. Circles of up to 1,000 tokens are noticed at the first
 * token that comes again; longer ones within three rounds, by one token that stays for twice as long each time (Brent's algorithm).
 */
export class CycleGuard {
  readonly #recent = new Set<string>();
  #landmark: string | undefined;
  #steps = 0;
  #limit = 1;

  /** Whether this token shows that the sequence repeats. */
  repeats(token: string): boolean {
    if (token === this.#landmark || this.#recent.has(token)) return true;
    this.#remember(token);
    this.#steps += 1;
    if (this.#steps < this.#limit) return false;
    this.#landmark = token;
    this.#steps = 0;
    this.#limit *= 2;
    return false;
  }

  #remember(token: string): void {
    this.#recent.add(token);
    const [oldest] = this.#recent;
    if (this.#recent.size > remembered && oldest !== undefined) this.#recent.delete(oldest);
  }
}
