import type { Account } from '../../accounts/account.js';
import type { QueryCall } from '../query/operation.js';
import type { NextTokens } from '../tokens/next-tokens.js';
import type { Domains } from './store/domains.js';

/** What an operation of SimpleDB is given. */
export interface SimpleDbCall extends QueryCall {
  readonly account: Account;
  readonly region: string;
  readonly domains: Domains;
  readonly tokens: NextTokens;
  /** Milliseconds since 1970. */
  readonly now: number;
}
