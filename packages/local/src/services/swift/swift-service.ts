import { headerOf, type ReceivedRequest } from '../../http/received-request.js';
import type { Region } from '../../regions/region.js';
import type { Answer } from '../../wire/answer.js';
import type { ApiError } from '../../wire/api-error.js';
import { Folder } from '../pieces/folder.js';
import { PieceStore } from '../pieces/piece-store.js';
import type { Caller, Invocation, Service } from '../service.js';
import { cdnInvocation } from './cdn/cdn-invocation.js';
import { type Place, readPlace } from './door/place.js';
import { SwiftDoor } from './door/swift-door.js';
import { authV1 } from './identity/auth-v1.js';
import { identity } from './identity/identity.js';
import type { IdentityCall } from './identity/identity-call.js';
import { identityError } from './identity/identity-error.js';
import { Tokens } from './identity/tokens.js';
import { infoAnswer } from './metadata/info.js';
import { storageInvocation } from './storage-invocation.js';
import { Cluster } from './store/cluster.js';
import { SwiftError } from './swift-error.js';
import type { SwiftTerms } from './swift-terms.js';
import type { SwiftWorld } from './swift-world.js';
import { errorAnswer } from './wire/answers.js';
import { unlimited } from './wire/rates.js';

/** OpenStack's Swift, with the dialect of Rackspace's Cloud Files: in regions of its own, each with its own state. */
export class SwiftService implements Service {
  readonly name = 'swift';
  readonly ownRegions: readonly Region[];
  readonly door: SwiftDoor;
  readonly #terms: SwiftTerms;
  readonly #tokens: Tokens;
  readonly #clusters: ReadonlyMap<string, Cluster>;
  readonly #folder = new Folder(undefined);
  readonly #pieces = new PieceStore(this.#folder);

  constructor(terms: SwiftTerms) {
    const { regions, clock, tokenTime, listingTime } = terms;
    this.ownRegions = regions.map((name) => ({ name, optIn: 'opt-in-not-required' }));
    this.#terms = terms;
    this.#tokens = new Tokens(clock, tokenTime);
    this.#clusters = new Map(regions.map((name) => [name, new Cluster(listingTime)]));
    this.door = new SwiftDoor(regions, this.#tokens);
  }

  read(request: ReceivedRequest): Invocation {
    const place = readPlace(request.path);
    if (!place) throw new SwiftError(404);
    const found = this.#find(request, place);
    return { ...found, answer: async (caller) => withIds(await found.answer(caller), caller.requestId) };
  }

  errorAnswer(error: ApiError, requestId: string, request: ReceivedRequest): Answer {
    const isIdentity = readPlace(request.path)?.part === 'identity';
    return withIds(isIdentity ? identityError(error, request.path) : errorAnswer(error), requestId);
  }

  refusal(): ApiError {
    return new SwiftError(404);
  }

  throttled(): ApiError {
    return new SwiftError(498, 'Slow down');
  }

  close(): void {
    this.#folder.close();
  }

  #find(request: ReceivedRequest, place: Place): Invocation {
    switch (place.part) {
      case 'auth':
        return this.#asked('Authenticate', request, place, authV1);
      case 'identity':
        return this.#asked(identityAction(request), request, place, identity);
      case 'info':
        return { action: 'Info', bucket: unlimited, answer: () => infoAnswer(request) };
      case 'cdn':
        return cdnInvocation(request, place, this.#world());
      default:
        return storageInvocation(request, place, this.#world());
    }
  }

  #asked(
    action: string,
    request: ReceivedRequest,
    place: Place,
    answer: (call: IdentityCall) => Answer | Promise<Answer>,
  ): Invocation {
    const { accounts, regions } = this.#terms;
    const origin = `http://${headerOf(request, 'host')}`;
    const address = `${origin}${place.base}/identity`;
    const path = place.path.replace(/^\/identity/, '').replace(/\/+$/, '');
    const call = ({ region }: Caller): IdentityCall => {
      return { request, path, origin, address, region: region.name, regions, accounts, tokens: this.#tokens };
    };
    return { action, bucket: unlimited, answer: (caller) => answer(call(caller)) };
  }

  #world(): SwiftWorld {
    const { accounts, clock } = this.#terms;
    return { accounts, clock, pieces: this.#pieces, tokens: this.#tokens, clusters: this.#clusters };
  }
}

/** Every answer has these, so that it can be asked about. */
function withIds(answer: Answer, requestId: string): Answer {
  const id = `tx${requestId.replaceAll('-', '').slice(0, 21)}-local`;
  return { ...answer, headers: { ...answer.headers, 'x-trans-id': id, 'x-openstack-request-id': id } };
}

function identityAction({ method, path }: ReceivedRequest): string {
  if (!/\/tokens(?:\/|$)/.test(path)) return 'Discover';
  if (method === 'POST') return 'Authenticate';
  return method === 'DELETE' ? 'RevokeToken' : 'ShowToken';
}
