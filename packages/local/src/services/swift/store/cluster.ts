import { Cdn } from '../cdn/cdn.js';
import { Stamps } from '../wire/times.js';
import { StorageAccount } from './storage-account.js';

/** All that Swift has in one region. */
export class Cluster {
  readonly stamps: Stamps = new Stamps();
  readonly #accounts = new Map<string, StorageAccount>();
  readonly #cdns = new Map<string, Cdn>();
  readonly #listingTime: number;

  constructor(listingTime: number) {
    this.#listingTime = listingTime;
  }

  /** The account of that id: it is there as soon as it is asked for. */
  account(id: string, now: number): StorageAccount {
    const known = this.#accounts.get(id);
    if (known) return known;
    const made = new StorageAccount(id, this.stamps.next(now), this.#listingTime);
    this.#accounts.set(id, made);
    return made;
  }

  /** What of that account's containers is published. */
  cdn(id: string): Cdn {
    const known = this.#cdns.get(id) ?? new Cdn();
    this.#cdns.set(id, known);
    return known;
  }
}
