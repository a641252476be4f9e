import type { Account } from '../accounts/account.js';
import { headerOf, type ReceivedRequest } from '../http/received-request.js';
import type { Reply } from '../http/reply.js';
import type { Caller } from '../services/service.js';
import { verifySigV2 } from '../sigv2/verify-sigv2.js';
import { SignatureRefusal } from '../sigv4/signature-refusal.js';
import { verify } from '../sigv4/verify.js';
import { ApiError } from '../wire/api-error.js';
import { notServed } from '../wire/not-served.js';
import { addressPath, readAddress } from './address.js';
import { type CloudState, regionsNow } from './cloud-state.js';
import type { Route } from './route.js';

/** A request on its way, and where its answer goes. */
export interface Exchange {
  readonly request: ReceivedRequest;
  readonly way: Route;
  readonly requestId: string;
  readonly reply: Reply;
}

/** Lets a request in. Throws the {@link ApiError} with which its service turns callers away. */
export function admit(exchange: Exchange, state: CloudState): Caller {
  try {
    return caller(exchange, state);
  } catch (error) {
    if (error instanceof SignatureRefusal) throw exchange.way.service.refusal(error);
    throw error;
  }
}

function caller(exchange: Exchange, state: CloudState): Caller {
  const { request, way, requestId, reply } = exchange;
  const account = accountOf(exchange, state);
  const regions = regionsNow(state);
  const region = (way.service.ownRegions ?? regions).find(({ name }) => name === way.region);
  if (region?.optIn === 'not-opted-in') throw new SignatureRefusal('regionOff');
  if (!region) throw new SignatureRefusal('wrongRegion');
  checkServed(way, region.name);
  const endpoint = endpointOf(request, way, region.name);
  return { account, region, requestId, regions, endpoint, onGone: (call) => reply.onGone(call) };
}

function accountOf({ request, way }: Exchange, { accounts }: CloudState): Account {
  const { claim, problem, service } = way;
  if (service.door) return service.door.admit({ request, accounts, now: Date.now() });
  if (problem) throw problem;
  if (!claim) throw new SignatureRefusal('unsigned');
  const named = accounts.find(({ credentials }) => credentials.accessKeyId === claim.accessKeyId);
  return 'scheme' in claim ? verifySigV2(request, claim, named, Date.now()) : verify(request, claim, named, Date.now());
}

function endpointOf(request: ReceivedRequest, { service }: Route, region: string): string {
  const origin = `http://${headerOf(request, 'host')}`;
  return readAddress(request.path) ? `${origin}${addressPath(service.name, region)}` : origin;
}

/** Elsewhere AWS has no host of that name; here it is said. */
function checkServed({ service }: Route, region: string): void {
  if (service.regions && !service.regions.includes(region)) {
    throw notServed(`the service ${service.name} in ${region}`, `, only in ${service.regions.join(', ')}`);
  }
}
