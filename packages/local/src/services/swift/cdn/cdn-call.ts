import type { StorageTarget } from '../door/storage-target.js';
import type { StorageAccount } from '../store/storage-account.js';
import type { Cdn } from './cdn.js';

/** A call of the CDN's management. */
export interface CdnCall {
  readonly method: string;
  readonly target: StorageTarget;
  readonly header: (name: string) => string | undefined;
  readonly query: URLSearchParams;
  readonly storage: StorageAccount;
  readonly cdn: Cdn;
  readonly region: string;
  readonly now: number;
}
