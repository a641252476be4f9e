import { BreakerOpenError } from './breaker-open-error.js';
import { Episode } from './episode.js';
import { type LastAnswer, LastAnswers } from './last-answers.js';

/** How long a breaker is open, and how long one probe has it to itself, in milliseconds. */
const openFor = 120_000;
/** What failed so many milliseconds ago and was not asked since is forgotten. */
const keptFor = 900_000;

/** The one call that tries whether an origin can be reached again. */
export interface Probe {
  readonly until: number;
}

/** A call that could not reach an origin. Times in milliseconds since 1970. */
export interface Miss {
  readonly began: number;
  readonly cause: Error;
  /** Whether another process may be told of it. */
  readonly isLasting: boolean;
}

/** What an origin has failed in. */
export interface Failing extends Miss {
  /** When the first of the calls in a row began. */
  readonly since: number;
  /** When the last of them failed. */
  readonly at: number;
  readonly until: number;
}

interface Entry extends Failing {
  readonly episode: Episode | undefined;
  probe: Probe | undefined;
}

/**
 * The circuit breakers of all origins. One that could not be reached is open for two minutes: what would be sent there is a
 * `BreakerOpenError`. Then it is half-open: one call is let through as a probe. Any answer closes it.
 */
export class Breakers {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #answers = new LastAnswers();
  readonly #listeners = new Set<() => void>();
  #episodes: readonly Episode[] = [];

  /** `now`: the time, in milliseconds since 1970. */
  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  /** Lets a call through to the origin, as its probe where one is wanted; else throws the `BreakerOpenError`. */
  admit(origin: string): Probe | undefined {
    const entry = this.#entries.get(origin);
    if (entry === undefined || entry.episode?.isNetworkDown === true) return undefined;
    const now = this.#now();
    const { since, at, until, cause } = entry;
    const dates = { origin, since: new Date(since) };
    // Before the failure it cannot be: then the machine's clock was set back, and nothing is known of how long ago it was.
    if (at <= now && now < until) throw new BreakerOpenError({ ...dates, until: new Date(until) }, cause);
    if (entry.probe !== undefined && now < entry.probe.until) {
      throw new BreakerOpenError({ ...dates, until: undefined }, cause);
    }
    entry.probe = { until: now + openFor };
    return entry.probe;
  }

  /** The origin answered a call that began then, whatever it said. */
  answered(origin: string, began: number): void {
    this.#answers.came(origin, { began, at: this.#now() });
    for (const episode of this.#episodes) if (episode.covers(began)) episode.alive(origin);
    if (this.#entries.delete(origin)) this.#changed();
  }

  /** A call could not reach the origin; no matter where the origin has answered another meanwhile. */
  missed(origin: string, miss: Miss): void {
    const { at: heard = Number.NEGATIVE_INFINITY } = this.#answers.of(origin) ?? {};
    if (heard >= miss.began) return;
    const now = this.#now();
    const before = this.#entries.get(origin);
    const since = Math.min(miss.began, before?.since ?? miss.began);
    const episode = this.#episodeOf(miss.began);
    episode.failed(origin);
    this.#entries.set(origin, { ...miss, since, at: now, until: now + openFor, episode, probe: before?.probe });
    this.#forget(now);
    this.#changed();
  }

  /** Gives the probe's place back: its call has ended, however it did. */
  release(origin: string, probe: Probe): void {
    const entry = this.#entries.get(origin);
    if (entry?.probe === probe) entry.probe = undefined;
  }

  /** Takes over what another process has seen, unless more is known of the origin here. */
  remember(origin: string, failing: Failing): void {
    if (this.#entries.has(origin) || (this.#answers.of(origin)?.at ?? 0) >= failing.at) return;
    this.#entries.set(origin, { ...failing, episode: undefined, probe: undefined });
  }

  /** What is known of the origins that failed. `isOpen`: none of it is this machine's own network. */
  failing(): readonly (Failing & { readonly origin: string; readonly isOpen: boolean })[] {
    return [...this.#entries].map(([origin, { episode, probe, ...failing }]) => {
      return { origin, ...failing, isOpen: episode?.isNetworkDown !== true };
    });
  }

  /** When the origin answered last. */
  lastAnswer(origin: string): LastAnswer | undefined {
    return this.#answers.of(origin);
  }

  /** Tells `listener` whenever an origin begins or ceases to fail; what is returned stops telling it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Knows nothing any more. */
  clear(): void {
    this.#entries.clear();
    this.#answers.clear();
    this.#episodes = [];
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #episodeOf(began: number): Episode {
    const known = this.#episodes.find((episode) => episode.covers(began));
    if (known !== undefined) return known;
    const episode = new Episode(began);
    for (const [origin, answer] of this.#answers) if (episode.covers(answer.began)) episode.alive(origin);
    this.#episodes = [...this.#episodes, episode];
    return episode;
  }

  #forget(now: number): void {
    for (const [origin, { at }] of this.#entries) if (now - at > keptFor) this.#entries.delete(origin);
    const used = new Set([...this.#entries.values()].map(({ episode }) => episode));
    this.#episodes = this.#episodes.filter((episode) => used.has(episode));
  }
}

/** Those of the process, which all sets share. */
export const processBreakers: Breakers = new Breakers();
