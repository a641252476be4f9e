import { agoOf } from './ago.js';

/**
 * Why a region is in a set or out of it. In: it was `named`, a pattern `matched`, the account has it `enabled`, it is `changing`
 * (being enabled or disabled), it was `assumed` since nobody said, the set has `all`. Out: a pattern `leftOut`, none takes it in
 * (`notNamed`), the region has `noService`, the account has it `notEnabled`, it is of an `otherPartition`, or it is
 * `notListed`: none of the regions that a set of all of them has.
 */
export type RegionReason =
  | 'named'
  | 'matched'
  | 'enabled'
  | 'changing'
  | 'assumed'
  | 'all'
  | 'leftOut'
  | 'notNamed'
  | 'noService'
  | 'notEnabled'
  | 'otherPartition'
  | 'notListed';

/** What is known of a region without asking. Absent: it is not known. */
export interface RegionFacts {
  readonly region: string;
  /** Whether the table of regions has it. */
  readonly known: boolean;
  readonly partition?: string | undefined;
  /** Off until the account turns it on. */
  readonly optIn?: boolean | undefined;
  readonly service: string;
  /** Whether the service is there: `assumed` where no table says. */
  readonly available: 'yes' | 'no' | 'assumed';
  /** When the table of that service's regions was read. */
  readonly availableAt?: Date | undefined;
}

/** What decided. */
export interface RegionDecision {
  readonly in: boolean;
  readonly reason: RegionReason;
  /** What was given to the set; what the account said, just now or up to an hour ago; nobody's word; a dated table. */
  readonly source: 'given' | 'live' | 'cache' | 'assumed' | 'table';
  /** When the source said it. */
  readonly at: Date;
  /** The pattern that takes it in or leaves it out, as it was given. */
  readonly pattern?: string | undefined;
  /** Why, as the end of a sentence. */
  readonly because: string;
}

/** Whether a region is in a set, why, who says so, and how old that is. As a string it is its {@link RegionExplanation.sentence}. */
export class RegionExplanation implements RegionFacts, Omit<RegionDecision, 'because'> {
  readonly region: string;
  readonly in: boolean;
  readonly sentence: string;
  readonly reason: RegionReason;
  readonly source: RegionDecision['source'];
  readonly at: Date;
  /** Milliseconds since then, when it was explained. */
  readonly age: number;
  readonly pattern: string | undefined;
  readonly known: boolean;
  readonly partition: string | undefined;
  readonly optIn: boolean | undefined;
  readonly service: string;
  readonly available: RegionFacts['available'];
  readonly availableAt: Date | undefined;

  constructor(facts: RegionFacts, decision: RegionDecision) {
    this.region = facts.region;
    this.in = decision.in;
    this.reason = decision.reason;
    this.source = decision.source;
    this.at = decision.at;
    this.age = Math.max(0, Date.now() - decision.at.getTime());
    this.pattern = decision.pattern;
    this.known = facts.known;
    this.partition = facts.partition;
    this.optIn = facts.optIn;
    this.service = facts.service;
    this.available = facts.available;
    this.availableAt = facts.availableAt;
    this.sentence = `${facts.region} is ${decision.in ? 'in' : 'out'}: ${decision.because}${this.#when()}`;
  }

  toString(): string {
    return this.sentence;
  }

  #when(): string {
    if (this.source === 'table') return ` (table of ${this.at.toISOString().slice(0, 10)})`;
    if (this.source === 'live') return `, ${agoOf(this.age)}`;
    return this.source === 'cache' ? `, ${agoOf(this.age)} (cache)` : '';
  }
}
