import type { Limits } from '../../fanout/limits.js';
import type { Account } from '../account/account.js';
import type { RegionFinder } from '../choice/region-finder.js';
import type { RegionView } from '../choice/region-view.js';
import type { ServiceSource } from '../clients/service-source.js';
import type { SharedCredentials } from '../credentials/shared-credentials.js';

/** What a package adds to a set; made anew for each set that `in` and `with` derive. */
type Extras = (set: never) => object;

/** The life of a set and of all that were derived from it: they share services and connections, and end together. */
export interface Life {
  ended: boolean;
  end(): Promise<void>;
}

/** All that a set is. */
export interface SetState<S extends object> {
  readonly source: ServiceSource<S>;
  readonly finder: RegionFinder;
  readonly view: RegionView;
  readonly limits: Limits;
  readonly extras: readonly Extras[];
  readonly account: Account;
  readonly credentials: SharedCredentials;
  readonly life: Life;
}
