import type { Account } from '../../accounts/account.js';
import type { Clock } from '../../clock/clock.js';
import type { PieceStore } from '../pieces/piece-store.js';
import type { Tokens } from './identity/tokens.js';
import type { Cluster } from './store/cluster.js';

/** What calls find. */
export interface SwiftWorld {
  readonly accounts: readonly Account[];
  readonly clock: Clock;
  readonly pieces: PieceStore;
  readonly tokens: Tokens;
  /** By the region's name. */
  readonly clusters: ReadonlyMap<string, Cluster>;
}

/** The cluster of a region. */
export function clusterOf({ clusters }: SwiftWorld, region: string): Cluster {
  const cluster = clusters.get(region);
  if (!cluster) throw new Error(`There is no Swift in ${region}.`);
  return cluster;
}
