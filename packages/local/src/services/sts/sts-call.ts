import type { Account } from '../../accounts/account.js';
import type { QueryCall } from '../query/operation.js';

/** What an operation of STS is given. */
export interface StsCall extends QueryCall {
  readonly account: Account;
}
