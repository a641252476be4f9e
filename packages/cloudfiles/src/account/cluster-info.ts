import { countRequest } from '@proj/core/store';
import { membersOf } from '../auth/catalog.js';
import { type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { underClock } from '../calls/under-clock.js';
import { jsonOf, textOf } from '../wire/body.js';
import type { Region } from '../wire/region.js';

/** What a cluster says of itself: an entry for each of its middlewares, with its limits. */
export type ClusterInfo = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const asking = new WeakMap<Region, Promise<ClusterInfo | undefined>>();
const known = new WeakMap<Region, ClusterInfo>();

/** What a cluster has said already. */
export function knownClusterInfo(region: Region): ClusterInfo | undefined {
  return known.get(region);
}

/** Asks the cluster what it has, once for a region. `undefined` where it does not say. */
export function clusterInfo(region: Region, options: RequestOptions): Promise<ClusterInfo | undefined> {
  let asked = asking.get(region);
  if (asked === undefined) {
    asked = ask(region, requestOptionsOf(options));
    asking.set(region, asked);
    // Who asks after a failure asks again.
    asked.catch(() => asking.delete(region));
  }
  return asked;
}

/** It stands beside the accounts, and wants no token. */
async function ask(region: Region, options: RequestOptions): Promise<ClusterInfo | undefined> {
  const of = { operation: 'info()', region: region.name };
  const { origin } = region.addressIn(await region.session.login(options.signal));
  return underClock(options, async (signal) => {
    countRequest('GET');
    const request = { operation: of.operation, method: 'GET', origin, path: '/info', headers: {} };
    const answer = await region.connections.send(request, signal);
    const text = await textOf(of, answer);
    if (answer.status !== 200) return undefined;
    const info = membersOf(jsonOf(of, text)) as ClusterInfo;
    known.set(region, info);
    return info;
  });
}
