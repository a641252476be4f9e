import { headerOf, type ReceivedRequest } from '../../http/received-request.js';
import type { SignatureRefusal } from '../../sigv4/signature-refusal.js';
import type { Answer } from '../../wire/answer.js';
import type { ApiError } from '../../wire/api-error.js';
import type { Caller, Invocation, Service } from '../service.js';
import { authorize } from './access/authorize.js';
import { readTarget, type Target } from './addressing/target.js';
import { wrongRegion } from './addressing/wrong-region.js';
import { corsAnswer, preflight, withCors } from './cors/cors.js';
import { isPresigned } from './door/s3-claim.js';
import { S3Door } from './door/s3-door.js';
import { wrongScope } from './errors/errors.js';
import { S3Error } from './errors/s3-error.js';
import { findOperation } from './operations/find-operation.js';
import type { S3Operation } from './operations/operation.js';
import { S3Call } from './s3-call.js';
import type { S3Terms } from './s3-terms.js';
import { s3Bucket } from './s3-throttling.js';
import { Store } from './store/store.js';
import { errorAnswer, requestIds } from './wire/error-answer.js';
import { headersOf, queryOf } from './wire/parameters.js';

/** Operations that are answered wherever they are asked, whichever region the bucket is in. */
const EVERYWHERE: ReadonlySet<string> = new Set(['CreateBucket', 'ListBuckets']);

/** The Simple Storage Service, 2006-03-01. Each bucket is in one region, and its name is taken in all of them. */
export class S3Service implements Service {
  readonly name = 's3';
  readonly door: S3Door;
  readonly #terms: S3Terms;
  readonly #store: Store;

  constructor(terms: S3Terms) {
    this.#terms = terms;
    this.#store = new Store(terms.folder);
    this.door = new S3Door(this.#store.buckets);
  }

  read(request: ReceivedRequest): Invocation {
    const target = readTarget(request);
    const query = queryOf(request);
    const headers = headersOf(request, query);
    if (request.method === 'OPTIONS') return this.#preflight(target, headers);
    const operation = findOperation({ method: request.method, target, query, headers });
    return {
      action: operation.name,
      bucket: s3Bucket(operation.method, target.bucket),
      answer: async (caller) => {
        const { account, region, regions, requestId, onGone } = caller;
        const call = new S3Call({
          request,
          target,
          headers,
          query,
          account,
          region: region.name,
          regions: regions.map(({ name }) => name),
          accounts: this.#terms.accounts,
          store: this.#store,
          onGone,
          restoreTime: this.#terms.restoreTime,
          now: this.#terms.clock.now(),
        });
        return this.#finish(await this.#run(operation, call), call, requestId);
      },
    };
  }

  errorAnswer(error: ApiError, requestId: string, request: ReceivedRequest): Answer {
    return withCors(errorAnswer(error, requestId), request, this.#store.buckets);
  }

  refusal({ reason, message }: SignatureRefusal): ApiError {
    if (reason === 'regionOff') {
      return new S3Error(
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
        403,
      );
    }
    if (reason === 'wrongRegion') return wrongScope('unknown', this.#terms.home);
    return new S3Error('AccessDenied', message || 'Access Denied', 403);
  }

  throttled(): ApiError {
    return new S3Error('SlowDown', 'Please reduce your request rate.', 503);
  }

  close(): void {
    this.#store.close();
  }

  #run(operation: S3Operation, call: S3Call): Answer | Promise<Answer> {
    this.#checkRegion(operation, call);
    authorize(call, operation);
    return operation.run(call);
  }

  #checkRegion({ name }: S3Operation, { parts }: S3Call): void {
    const { request, target, region } = parts;
    const bucket = this.#store.buckets.find(target.bucket ?? '');
    if (!bucket || bucket.region === region || EVERYWHERE.has(name)) return;
    // As AWS's global endpoint does, us-east-1 says of every bucket where it is.
    if (name === 'GetBucketLocation' && region === 'us-east-1') return;
    const { wrongRegion: way } = this.#terms;
    const host = headerOf(request, 'host') ?? '';
    const presigned = isPresigned(request);
    const [asked, home] = [region, bucket.region];
    throw wrongRegion({ method: request.method, target, bucket: bucket.name, asked, home, host, presigned }, way);
  }

  #finish(answer: Answer, call: S3Call, requestId: string): Answer {
    const { id, hostId } = requestIds(requestId);
    const headers = { 'x-amz-request-id': id, 'x-amz-id-2': hostId, server: 'AmazonS3', ...answer.headers };
    return withCors({ ...answer, headers }, call.parts.request, this.#store.buckets);
  }

  #preflight(target: Target, headers: ReadonlyMap<string, string>): Invocation {
    return {
      action: 'Preflight',
      bucket: s3Bucket('GET', target.bucket),
      answer: ({ requestId }: Caller) => {
        const { id, hostId } = requestIds(requestId);
        const bucket = this.#store.buckets.find(target.bucket ?? '');
        const answer = corsAnswer(preflight(bucket, headers));
        return {
          ...answer,
          headers: { 'x-amz-request-id': id, 'x-amz-id-2': hostId, server: 'AmazonS3', ...answer.headers },
        };
      },
    };
  }
}
