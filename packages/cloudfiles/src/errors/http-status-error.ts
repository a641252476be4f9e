import { hasName } from '@proj/core';
import { CloudfilesError } from './cloudfiles-error.js';

/**
 * The service answered with another status than 200.
 *
 * @example
 * ```ts
 * if (isHttpStatusError(error) && error.status === 404) console.error(`is the endpoint of ${error.region} right?`);
 * ```
 */
export class HttpStatusError extends CloudfilesError {
  override readonly name = 'HttpStatusError';
  readonly operation: string;
  readonly region: string;
  /** The HTTP status, such as 404. */
  readonly status: number;
  /** Where a set looks for the status, to tell `denied` and `throttled` from `failed`: the SDK's own form. */
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(operation: string, region: string, status: number) {
    super(`${operation} in ${region}: the service answered with HTTP status ${status}; ${advice(status)}`);
    this.operation = operation;
    this.region = region;
    this.status = status;
    this.$metadata = { httpStatusCode: status };
  }
}

function advice(status: number): string {
  if (status === 401 || status === 403) return 'it wants other credentials than it got';
  if (status === 429 || status >= 500) return 'try again later';
  return 'look whether the endpoint is right';
}

/**
 * Whether the error is an {@link HttpStatusError}.
 *
 * @example
 * ```ts
 * if (isHttpStatusError(error)) console.error(error.region, error.status);
 * ```
 */
export function isHttpStatusError(error: unknown): error is HttpStatusError {
  return hasName<HttpStatusError>(error, 'HttpStatusError');
}
