import type { Account } from '../../accounts/account.js';
import type { Clock } from '../../clock/clock.js';

/** How a cloud's Swift behaves. */
export interface SwiftTerms {
  readonly regions: readonly string[];
  /** Milliseconds that a token is good for. */
  readonly tokenTime: number;
  /** Milliseconds until a listing shows a change. */
  readonly listingTime: number;
  readonly accounts: readonly Account[];
  readonly clock: Clock;
}
