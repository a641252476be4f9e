import type { Account } from '../../../accounts/account.js';
import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import type { Claim } from '../../../sigv4/claim.js';
import type { Door, Knock } from '../../service.js';
import type { Tokens } from '../identity/tokens.js';
import { readPlace } from './place.js';

/** What AWS's callers sign with: a bucket may be named as Swift's addresses begin. */
const AWS_SIGNED = /(?:^|&)(?:X-Amz-Signature|AWSAccessKeyId)=/;

/** Who has no token. */
const nobody: Account = { id: '', credentials: { accessKeyId: '', secretAccessKey: '' } };

/** Knows the requests of Swift by their addresses. */
export class SwiftDoor implements Door {
  readonly #regions: readonly string[];
  readonly #tokens: Tokens;

  constructor(regions: readonly string[], tokens: Tokens) {
    this.#regions = regions;
    this.#tokens = tokens;
  }

  route(
    request: ReceivedRequest,
  ): { region: string | undefined; claim: Claim | undefined; account: string | undefined } | undefined {
    const place = readPlace(request.path);
    if (!place || isAwsSigned(request)) return undefined;
    const region = place.region ?? this.#regions[0];
    if (region === undefined || !this.#regions.includes(region)) return undefined;
    return { region, claim: undefined, account: this.#account(request)?.id };
  }

  /** Whoever it is: what a caller may do is known by whom it belongs to. */
  admit({ request }: Knock): Account {
    return this.#account(request) ?? nobody;
  }

  #account(request: ReceivedRequest): Account | undefined {
    return this.#tokens.find(tokenOf(request))?.account;
  }
}

/** The token that comes with a request. */
export function tokenOf(request: ReceivedRequest): string | undefined {
  return headerOf(request, 'x-auth-token') ?? headerOf(request, 'x-storage-token');
}

function isAwsSigned(request: ReceivedRequest): boolean {
  return /^AWS/.test(headerOf(request, 'authorization') ?? '') || AWS_SIGNED.test(request.query);
}
