import { Domains } from './domains.js';

/** The domains of every account in every region. */
export class DomainStore {
  readonly #domains = new Map<string, Domains>();
  readonly #delay: number;

  /** @param delay - ms until a write is seen by reads that do not ask for consistency */
  constructor(delay: number) {
    this.#delay = delay;
  }

  of(account: string, region: string): Domains {
    const key = `${account}/${region}`;
    const domains = this.#domains.get(key) ?? new Domains(this.#delay);
    this.#domains.set(key, domains);
    return domains;
  }
}
