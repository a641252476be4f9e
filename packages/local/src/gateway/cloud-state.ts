import type { Account } from '../accounts/account.js';
import type { FaultBook } from '../faults/fault-book.js';
import type { Latency } from '../latency/latency.js';
import type { Region } from '../regions/region.js';
import type { RequestLog } from '../requests/request-log.js';
import type { ServiceRegistry } from '../services/registry.js';
import type { Throttle } from '../throttling/throttle.js';

/** What the gateway knows of its cloud. */
export interface CloudState {
  readonly accounts: readonly Account[];
  readonly regions: ReadonlyMap<string, Region>;
  /** The regions, and those that single services have for themselves: wherever something may go wrong. */
  readonly places: ReadonlyMap<string, Region>;
  readonly services: ServiceRegistry;
  readonly latency: Latency;
  /** Absent when calls are not throttled. */
  readonly throttle: Throttle | undefined;
  readonly log: RequestLog;
  faults: FaultBook;
}

/** Every region, with the opt-in status that the faults leave it. */
export function regionsNow(state: CloudState): readonly Region[] {
  return [...state.regions.values()].map((region) =>
    state.faults.holds(region.name, 'notEnabled') && region.optIn !== 'opt-in-not-required'
      ? { ...region, optIn: 'not-opted-in' }
      : region,
  );
}
