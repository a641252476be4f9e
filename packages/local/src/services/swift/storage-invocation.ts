import { headerOf, type ReceivedRequest } from '../../http/received-request.js';
import type { Answer } from '../../wire/answer.js';
import type { Invocation } from '../service.js';
import { authorize } from './access/authorize.js';
import type { Place } from './door/place.js';
import { readStorageTarget } from './door/storage-target.js';
import { tokenOf } from './door/swift-door.js';
import { findOperation } from './operations/find-operation.js';
import type { SwiftOperation } from './operations/operation.js';
import { SwiftCall } from './swift-call.js';
import { clusterOf, type SwiftWorld } from './swift-world.js';
import { passTemporary } from './temp-urls/pass-temporary.js';
import { corsHeaders } from './web/cors.js';
import { isWebCall } from './web/site.js';
import { webAnswer } from './web/web-answer.js';
import { answerOf, defined } from './wire/answers.js';
import { rateOf } from './wire/rates.js';

/** A request for the storage, as it is understood. */
export function storageInvocation(request: ReceivedRequest, place: Place, world: SwiftWorld): Invocation {
  const target = readStorageTarget(place.path);
  const query = queryOf(request);
  const headers = headersOf(request);
  const { method } = request;
  const operation = findOperation({ method, target, headers, query });
  return {
    action: operation.name,
    bucket: rateOf(method, target),
    answer: (caller) => {
      const call = new SwiftCall({
        method,
        target,
        headers,
        query,
        stream: request.stream ?? noBytes(),
        user: caller.account.id === '' ? undefined : caller.account,
        withToken: tokenOf(request) !== undefined,
        pass: undefined,
        accounts: world.accounts,
        cluster: clusterOf(world, caller.region.name),
        pieces: world.pieces,
        onGone: (gone) => caller.onGone(gone),
        now: world.clock.now(),
        origin: `http://${headerOf(request, 'host')}`,
        base: place.base,
        path: place.path,
      });
      return answer(operation, call);
    },
  };
}

async function answer(operation: SwiftOperation, call: SwiftCall): Promise<Answer> {
  const made = await answerOf(() => run(operation, call));
  const cors = corsHeaders(call);
  return cors && call.method !== 'OPTIONS' ? { ...made, headers: { ...made.headers, ...defined(cors) } } : made;
}

async function run(operation: SwiftOperation, call: SwiftCall): Promise<Answer> {
  const { call: admitted, finish } = passTemporary(call);
  if (isWebCall(admitted)) return webAnswer(admitted);
  if (operation.right) authorize(admitted, operation.right);
  return finish(await operation.run(admitted));
}

function queryOf({ query }: ReceivedRequest): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) if (!parameters.has(name)) parameters.set(name, value);
  return parameters;
}

function headersOf({ headers }: ReceivedRequest): ReadonlyMap<string, string> {
  return new Map([...headers].map(([name, values]) => [name, values.join(',')]));
}

async function* noBytes(): AsyncIterable<Buffer> {}
