import { CloudFilesError, isCloudFilesError } from './cloud-files-error.js';

/** What is known of an answer that says no. */
export interface StatusFacts {
  readonly operation: string;
  /** The region, or the host of the identity service. */
  readonly where: string;
  readonly status: number;
  /** The service's own name of the request, from `X-Trans-Id`. */
  readonly transactionId: string | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
}

/**
 * The service answered with a status that is no success. What it wrote to that is not read: it is HTML, and differs from release to release.
 *
 * @example
 * ```ts
 * if (isHttpStatusError(error)) console.error(error.status, error.transactionId);
 * ```
 */
export class HttpStatusError extends CloudFilesError {
  override readonly name: string = 'HttpStatusError';
  readonly operation: string;
  /** The region, or the host of the identity service. */
  readonly where: string;
  /** The HTTP status, such as 404. */
  readonly status: number;
  /** The service's own name of the request: whoever runs it finds the request by that. */
  readonly transactionId: string | undefined;
  /** Where a set looks for the status, to tell `denied` and `throttled` from `failed`: the SDK's own form. */
  readonly $metadata: {
    readonly httpStatusCode: number;
    readonly requestId: string | undefined;
    readonly attempts: number;
  };

  constructor(facts: StatusFacts, advice: string = adviceFor(facts.status)) {
    const { operation, where, status, transactionId, attempts } = facts;
    const id = transactionId === undefined ? '' : ` (transaction ${transactionId})`;
    const times = attempts > 1 ? `, ${attempts} times` : '';
    super(`${operation} in ${where}: the service answered with HTTP status ${status}${times}${id}; ${advice}`);
    this.operation = operation;
    this.where = where;
    this.status = status;
    this.transactionId = transactionId;
    this.$metadata = { httpStatusCode: status, requestId: transactionId, attempts };
  }
}

const advice: ReadonlyMap<number, string> = new Map([
  [304, 'nothing is newer than what is known'],
  [413, 'a quota is used up, or one request is to take more than 5 GiB: upload() goes by segments'],
  [416, 'the object has no such bytes'],
  [422, 'what came is not what was sent; send it again'],
  [507, 'its disks are full'],
]);

function adviceFor(status: number): string {
  const known = advice.get(status);
  if (known !== undefined) return known;
  if (status >= 300 && status < 400)
    return 'it sends elsewhere, where no token goes by itself: see whether the address is right';
  if (status >= 500) return 'try again later';
  return 'look at what was asked';
}

/**
 * Whether the error is an {@link HttpStatusError} or one of those that are of one status.
 *
 * @example
 * ```ts
 * if (isHttpStatusError(error) && error.status === 507) console.error('the cluster is full');
 * ```
 */
export function isHttpStatusError(error: unknown): error is HttpStatusError {
  return isCloudFilesError(error) && 'status' in error && 'transactionId' in error;
}
