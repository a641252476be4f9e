import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import type { Answer } from '../../../wire/answer.js';
import type { Invocation } from '../../service.js';
import type { Place } from '../door/place.js';
import { readStorageTarget } from '../door/storage-target.js';
import { accountNamed } from '../identity/storage-names.js';
import { SwiftError } from '../swift-error.js';
import { clusterOf, type SwiftWorld } from '../swift-world.js';
import { unlimited } from '../wire/rates.js';
import type { CdnCall } from './cdn-call.js';
import { headCdn, listCdn, publish, purge } from './operations.js';

interface CdnOperation {
  readonly name: string;
  readonly run: (call: CdnCall) => Answer;
}

const OF_ACCOUNT: Readonly<Record<string, CdnOperation>> = { GET: { name: 'CdnListContainers', run: listCdn } };
const OF_CONTAINER: Readonly<Record<string, CdnOperation>> = {
  HEAD: { name: 'CdnHeadContainer', run: headCdn },
  PUT: { name: 'CdnPutContainer', run: publish },
  POST: { name: 'CdnPostContainer', run: publish },
};
const OF_OBJECT: Readonly<Record<string, CdnOperation>> = { DELETE: { name: 'CdnPurgeObject', run: purge } };

/** A request for the management of what Rackspace publishes: at an address of its own, where a DELETE deletes nothing. */
export function cdnInvocation(request: ReceivedRequest, place: Place, world: SwiftWorld): Invocation {
  const target = readStorageTarget(place.path.replace(/^\/cdn/, ''));
  const operations = target.object ? OF_OBJECT : target.container ? OF_CONTAINER : OF_ACCOUNT;
  const operation = Object.hasOwn(operations, request.method) ? operations[request.method] : undefined;
  if (!operation) throw new SwiftError(405);
  return {
    action: operation.name,
    bucket: unlimited,
    answer: ({ account, region }) => {
      const own = accountNamed(target.account, world.accounts);
      if (account.id === '') throw new SwiftError(401);
      if (own?.id !== account.id) throw new SwiftError(403);
      const cluster = clusterOf(world, region.name);
      const now = world.clock.now();
      const query = new URLSearchParams(request.query);
      const header = (name: string): string | undefined => headerOf(request, name);
      const storage = cluster.account(account.id, now);
      const { method } = request;
      return operation.run({
        method,
        target,
        header,
        query,
        storage,
        cdn: cluster.cdn(account.id),
        region: region.name,
        now,
      });
    },
  };
}
