import type { Account } from '../../accounts/account.js';
import type { Clock } from '../../clock/clock.js';
import type { WrongRegion } from './addressing/wrong-region.js';

/** How a cloud's S3 behaves. */
export interface S3Terms {
  /** Where objects are kept beyond the end of the cloud; without it nothing stays. */
  readonly folder: string | undefined;
  /** Milliseconds that it takes to bring an object out of an archive. */
  readonly restoreTime: number;
  readonly wrongRegion: WrongRegion;
  readonly accounts: readonly Account[];
  /** The region that stands for those that the cloud does not have. */
  readonly home: string;
  readonly clock: Clock;
}
