import type { ReceivedRequest } from '../http/received-request.js';
import type { Service } from '../services/service.js';
import { UnservedService } from '../services/unserved-service.js';
import { type Claim, readClaim } from '../sigv4/claim.js';
import { SignatureRefusal } from '../sigv4/signature-refusal.js';
import { type NamedAddress, readAddress } from './address.js';
import type { CloudState } from './cloud-state.js';

/** Where a request belongs, before anything of it is believed. */
export interface Route {
  readonly service: Service;
  /** The region that it names, which may be none of the cloud's. */
  readonly region: string | undefined;
  readonly claim: Claim | undefined;
  /** Why it cannot be let in, as far as can be told without its signature. */
  readonly problem: SignatureRefusal | undefined;
}

/** The address tells first, then the signature's scope; where both speak they must agree. */
export function route(request: ReceivedRequest, state: CloudState): Route {
  const address = readAddress(request.path);
  const { claim, problem } = claimOf(request);
  const region = address?.region ?? claim?.region;
  return {
    service: serviceOf(address?.service ?? claim?.service, request, state),
    region,
    claim,
    problem: problem ?? (claim && disagreement(address, claim, state)),
  };
}

function claimOf(request: ReceivedRequest): { claim?: Claim; problem?: SignatureRefusal } {
  try {
    return { claim: readClaim(request) };
  } catch (error) {
    if (error instanceof SignatureRefusal) return { problem: error };
    throw error;
  }
}

function serviceOf(name: string | undefined, request: ReceivedRequest, { services }: CloudState): Service {
  if (name === undefined) return services.fallback;
  return services.find(name) ?? new UnservedService(name, services.names, request);
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
