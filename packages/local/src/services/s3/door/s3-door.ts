import type { Account } from '../../../accounts/account.js';
import type { ReceivedRequest } from '../../../http/received-request.js';
import type { Region } from '../../../regions/region.js';
import type { Claim } from '../../../sigv4/claim.js';
import type { Door, Knock } from '../../service.js';
import { isS3Address, readableTarget, readTarget, type Target } from '../addressing/target.js';
import { wrongScope } from '../errors/errors.js';
import type { Buckets } from '../store/buckets.js';
import { anonymous } from './anonymous.js';
import { isPresigned, isS3Signed, readableClaim, s3Claim } from './s3-claim.js';
import { verifyS3 } from './verify-s3.js';

/** Parameters that every request of the Query services has one of. */
const QUERY_SERVICE = /(?:^|&)(?:Action|Version)=/;

/** Knows the requests of S3 by their address or their signature, and those without either by their bucket. */
export class S3Door implements Door {
  readonly #buckets: Buckets;

  constructor(buckets: Buckets) {
    this.#buckets = buckets;
  }

  route(
    request: ReceivedRequest,
    regions: ReadonlyMap<string, Region>,
  ): { region: string | undefined; claim: Claim | undefined } | undefined {
    const target = readableTarget(request);
    if (!isS3Address(request) && !isS3Signed(request) && !this.#isUnsigned(request, target)) return undefined;
    const claim = readableClaim(request);
    const home = this.#buckets.find(target?.bucket ?? '')?.region ?? [...regions.keys()][0];
    return { region: target?.region ?? claim?.region ?? home, claim };
  }

  admit({ request, accounts, now }: Knock): Account {
    const target = readTarget(request);
    const claim = s3Claim(request);
    if (!claim) return anonymous;
    const account = verifyS3(request, claim, accounts, now);
    const { region = claim.region } = target;
    if (region !== claim.region) throw wrongScope(claim.region, region, isPresigned(request));
    return account;
  }

  /** What nobody signed, and no other service takes: it is S3's when it names a bucket that there is. */
  #isUnsigned({ headers, query, path }: ReceivedRequest, target: Target | undefined): boolean {
    if (headers.has('authorization') || headers.has('x-amz-target') || QUERY_SERVICE.test(query)) return false;
    return path !== '/' && this.#buckets.find(target?.bucket ?? '') !== undefined;
  }
}
