/** How a container is published. */
export interface Published {
  readonly enabled: boolean;
  /** Seconds for which the edges keep what they have. */
  readonly ttl: number;
  readonly logs: boolean;
  /** What its addresses have in place of a name. */
  readonly code: string;
}

const DAY = 86_400_000;
const PURGES = 25;

/** What of an account's containers is published, in one region. */
export class Cdn {
  readonly published: Map<string, Published> = new Map();
  #purges: { day: number; count: number } = { day: 0, count: 0 };

  /** Takes one of the day's purges of single objects; `false` when there are no more. */
  purge(now: number): boolean {
    const day = Math.floor(now / DAY);
    if (this.#purges.day !== day) this.#purges = { day, count: 0 };
    if (this.#purges.count >= PURGES) return false;
    this.#purges.count += 1;
    return true;
  }
}
