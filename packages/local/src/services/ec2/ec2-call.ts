import type { Account } from '../../accounts/account.js';
import type { Region } from '../../regions/region.js';
import type { QueryCall } from '../query/operation.js';
import type { Estate } from './estate/estate.js';

/** What an operation of EC2 is given. */
export interface Ec2Call extends QueryCall {
  readonly account: Account;
  /** What the region that is called holds. */
  readonly estate: Estate;
  /** Every region, as the account sees it. */
  readonly regions: readonly Region[];
  /** What another region holds: copying reaches there. */
  readonly estateOf: (region: string) => Estate;
  readonly now: Date;
  /** How long a new snapshot stays `pending`, in ms. */
  readonly snapshotTime: number;
  /** How long a new image stays `pending`, in ms. */
  readonly imageTime: number;
}
