import type { ReceivedRequest } from '../http/received-request.js';
import type { Service } from '../services/service.js';
import { simpleDbHome, simpleDbVersion } from '../services/simpledb/simpledb-regions.js';
import { UnservedService } from '../services/unserved-service.js';
import { formParameters, readSigV2Claim, type SigV2Claim } from '../sigv2/sigv2-claim.js';
import { type Claim, readClaim } from '../sigv4/claim.js';
import { SignatureRefusal } from '../sigv4/signature-refusal.js';
import { type NamedAddress, readAddress } from './address.js';
import type { CloudState } from './cloud-state.js';

/** Where a request belongs, before anything of it is believed. */
export interface Route {
  readonly service: Service;
  /** The region that it names, which may be none of the cloud's. */
  readonly region: string | undefined;
  readonly claim: Claim | SigV2Claim | undefined;
  /** The account that is named, where it is not told by the claim. */
  readonly account?: string | undefined;
  /** Why it cannot be let in, as far as can be told without its signature. */
  readonly problem: SignatureRefusal | undefined;
}

/** Where a request belongs whose service knows it by its head; `undefined` for all others. */
export function routeByHead(request: ReceivedRequest, { services, regions }: CloudState): Route | undefined {
  for (const service of services.behindDoors) {
    const found = service.door?.route(request, regions);
    if (found) return { service, ...found, problem: undefined };
  }
  return undefined;
}

/** The address tells first, then the signature's scope; where both speak they must agree. */
export function route(request: ReceivedRequest, state: CloudState): Route {
  const address = readAddress(request.path);
  const simpleDb = routeSimpleDb(request, address, state);
  if (simpleDb) return simpleDb;
  const { claim, problem } = claimOf(() => readClaim(request));
  const region = address?.region ?? claim?.region;
  return {
    service: serviceOf(address?.service ?? claim?.service, request, state),
    region,
    claim,
    problem: problem ?? (claim && disagreement(address, claim, state)),
  };
}

/**
 * SimpleDB alone signs with SigV2, whose signature names no region: where the address names none either, it is that of
 * sdb.amazonaws.com.
 */
function routeSimpleDb(
  request: ReceivedRequest,
  address: NamedAddress | undefined,
  { services }: CloudState,
): Route | undefined {
  const service = services.find('sdb');
  if (service?.signing !== 'sigv2' || (address && address.service !== service.name)) return undefined;
  if (service.rest?.path.test(request.path)) return undefined;
  const parameters = formParameters(request);
  const asks = parameters.get('Version') === simpleDbVersion || parameters.has('AWSAccessKeyId');
  if (!address && !asks) return undefined;
  const { claim, problem } = claimOf(() => readSigV2Claim(parameters));
  return { service, region: address?.region ?? simpleDbHome, claim, problem };
}

function claimOf<C>(read: () => C): { claim?: C; problem?: SignatureRefusal } {
  try {
    return { claim: read() };
  } catch (error) {
    if (error instanceof SignatureRefusal) return { problem: error };
    throw error;
  }
}

function serviceOf(name: string | undefined, request: ReceivedRequest, { services }: CloudState): Service {
  if (name === undefined) return services.fallback;
  const service: Service = services.find(name) ?? new UnservedService(name, services.names, request);
  return service.rest?.path.test(request.path) ? service.rest.service : service;
}

function disagreement(
  address: NamedAddress | undefined,
  claim: Claim,
  state: CloudState,
): SignatureRefusal | undefined {
  if (address && address.service !== claim.service) {
    return new SignatureRefusal(
      'wrongService',
      `Credential should be scoped to correct service: '${address.service}'.`,
    );
  }
  if (state.regions.has(claim.region) && (!address || address.region === claim.region)) return undefined;
  return new SignatureRefusal('wrongRegion', `Credential should be scoped to a valid region.`);
}
