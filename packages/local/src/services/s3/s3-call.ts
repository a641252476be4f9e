import type { Account } from '../../accounts/account.js';
import type { ReceivedRequest } from '../../http/received-request.js';
import type { Caller } from '../service.js';
import type { Target } from './addressing/target.js';
import { bodyTerms } from './bodies/body-terms.js';
import { IncomingBody } from './bodies/incoming-body.js';
import { noSuchBucket } from './errors/errors.js';
import type { Bucket } from './store/bucket.js';
import type { Store } from './store/store.js';

/** What a call is made of. */
export interface S3CallParts {
  readonly request: ReceivedRequest;
  readonly target: Target;
  readonly headers: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  /** Who calls; one whose id is empty did not sign. */
  readonly account: Account;
  /** The region that the call is for. */
  readonly region: string;
  /** Every region of the cloud. */
  readonly regions: readonly string[];
  readonly accounts: readonly Account[];
  readonly store: Store;
  /** Calls back when the answer is over, sent or not. */
  readonly onGone: Caller['onGone'];
  /** Milliseconds until a restored object is there. */
  readonly restoreTime: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One call of an operation. */
export class S3Call {
  readonly parts: S3CallParts;
  #body: IncomingBody | undefined;

  constructor(parts: S3CallParts) {
    this.parts = parts;
  }

  get store(): Store {
    return this.parts.store;
  }

  get account(): Account {
    return this.parts.account;
  }

  get now(): number {
    return this.parts.now;
  }

  /** The time of what is put now: S3 keeps seconds. */
  get modified(): number {
    return Math.floor(this.parts.now / 1000) * 1000;
  }

  header(name: string): string | undefined {
    return this.parts.headers.get(name);
  }

  query(name: string): string | undefined {
    return this.parts.query.get(name);
  }

  /** The bucket's name, which may be no bucket's. */
  get bucketName(): string {
    return this.parts.target.bucket ?? '';
  }

  get key(): string {
    return this.parts.target.key ?? '';
  }

  /** The bucket. Throws an S3Error when there is none. */
  get bucket(): Bucket {
    const bucket = this.store.buckets.find(this.bucketName);
    if (!bucket) throw noSuchBucket(this.bucketName);
    return bucket;
  }

  /** What was sent; to be read once. */
  get body(): IncomingBody {
    const { request, headers, account } = this.parts;
    this.#body ??= new IncomingBody(request.stream ?? noBytes(), bodyTerms(request, headers, account));
    return this.#body;
  }

  /** The same, for a call whose checksum is that of an object, and not of what is sent. */
  get bodyWithoutSum(): IncomingBody {
    const { request, headers, account } = this.parts;
    const terms = { ...bodyTerms(request, headers, account), claim: undefined };
    this.#body ??= new IncomingBody(request.stream ?? noBytes(), terms);
    return this.#body;
  }
}

async function* noBytes(): AsyncIterable<Buffer> {}
