/** Tells when a sequence of continuation tokens goes round in a circle of any length, remembering one token (Brent's algorithm). */
export class CycleGuard {
  #remembered: string | undefined;
  #steps = 0;
  #limit = 1;

  /** Whether this token shows that the sequence repeats. */
  repeats(token: string): boolean {
    if (token === this.#remembered) return true;
    this.#steps += 1;
    if (this.#steps < this.#limit) return false;
    this.#remembered = token;
    this.#steps = 0;
    this.#limit *= 2;
    return false;
  }
}
