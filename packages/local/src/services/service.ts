import type { Account } from '../accounts/account.js';
import type { ReceivedRequest } from '../http/received-request.js';
import type { Region } from '../regions/region.js';
import type { Claim } from '../sigv4/claim.js';
import type { SignatureRefusal } from '../sigv4/signature-refusal.js';
import type { BucketChoice } from '../throttling/throttle.js';
import type { Answer } from '../wire/answer.js';
import type { ApiError } from '../wire/api-error.js';

/** Who calls, and where. */
export interface Caller {
  readonly account: Account;
  readonly region: Region;
  readonly requestId: string;
  /** Every region as this account sees it: whether it is enabled may have been changed since the start. */
  readonly regions: readonly Region[];
  /** The address by which the caller reached the service: `http://127.0.0.1:4566`, or one that names service and region. */
  readonly endpoint: string;
  /** Calls back when the caller leaves without its answer; gives what takes that back. */
  onGone(call: () => void): () => void;
}

/** A request as its service understands it. */
export interface Invocation {
  readonly action: string | undefined;
  /** The documented bucket that the call draws from; where that is told by what is called, asked only if calls are throttled. */
  readonly bucket: BucketChoice | ((caller: Caller) => BucketChoice);
  /** Does it, now or when there is something to answer. Throws {@link ApiError} when it cannot be done. */
  answer(caller: Caller): Answer | Promise<Answer>;
}

/** A request at a service's own door, and who might be let in. */
export interface Knock {
  readonly request: ReceivedRequest;
  readonly accounts: readonly Account[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a service has that reads bodies as they come: it knows its requests by their heads, and lets callers in itself. */
export interface Door {
  /** Where a request belongs; `undefined` when it is none of this service's. */
  route(
    request: ReceivedRequest,
    regions: ReadonlyMap<string, Region>,
  ):
    | {
        readonly region: string | undefined;
        readonly claim: Claim | undefined;
        /** The account that is named, where it is not told by the claim. */
        readonly account?: string | undefined;
      }
    | undefined;
  /** Who calls. Throws {@link ApiError} when nobody is let in. */
  admit(knock: Knock): Account;
}

/** A service of the cloud. What is outside of it: addresses, signatures, latency, faults, throttling. */
export interface Service {
  /** The name in a signature's scope. */
  readonly name: string;
  /** How its callers sign; SigV4 when left out. */
  readonly signing?: 'sigv2' | undefined;
  /** The regions that have it, when not all do. */
  readonly regions?: readonly string[] | undefined;
  /** Regions that are none of AWS's, which it alone has. */
  readonly ownRegions?: readonly Region[] | undefined;
  /** The part of it that speaks REST and signs with SigV4, told by its paths. */
  readonly rest?: { readonly path: RegExp; readonly service: Service } | undefined;
  /** The door of its own, if it has one; its requests come with a `stream` in place of a `body`. */
  readonly door?: Door | undefined;
  /** Reads the request. Throws {@link ApiError} when it makes no sense. */
  read(request: ReceivedRequest): Invocation;
  /** An error in the service's own wire form; where there are several, in that of the request. */
  errorAnswer(error: ApiError, requestId: string, request: ReceivedRequest): Answer;
  /** What the service says to a caller that is not let in. */
  refusal(refusal: SignatureRefusal): ApiError;
  /** What the service says to a caller whose bucket is empty. */
  throttled(): ApiError;
  /** Ends what it would do later. */
  close?(): void | Promise<void>;
}
