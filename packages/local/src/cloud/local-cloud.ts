import type { Account, AccountCredentials } from '../accounts/account.js';
import type { Faults } from '../faults/fault.js';
import type { Region } from '../regions/region.js';
import type { Requests } from '../requests/request-log.js';

/** A cloud on 127.0.0.1. */
export interface LocalCloud extends AsyncDisposable {
  /** One address for every client that signs with SigV4: the region is taken from its signature. */
  readonly url: string;
  /** The first account's key. */
  readonly credentials: AccountCredentials;
  /** The accounts that are let in. */
  readonly accounts: readonly Account[];
  /** The regions, with their opt-in status as it is now. */
  readonly regions: readonly Region[];
  /** What was received so far. */
  readonly requests: Requests;
  /**
   * An address that names its service and region. That of a region with the fault `refused` or `unaccepted` is a port of
   * its own, so ask after setting faults.
   *
   * @throws LocalCloudOptionsError for a service or a region that the cloud does not have
   */
  endpoint(service: string, region: string): string;
  /**
   * Puts these faults in force in place of those before; counting begins anew.
   *
   * @throws LocalCloudOptionsError for faults that cannot be, leaving those before in force
   */
  setFaults(faults: Faults): Promise<void>;
  /** Stops listening, ends every connection and every wait. A second call does nothing more. */
  close(): Promise<void>;
}
