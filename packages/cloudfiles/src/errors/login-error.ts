import { hasName } from '@proj/core';
import { CloudFilesError } from './cloud-files-error.js';

/**
 * The identity service let nobody in, or its answer has no object store.
 *
 * @example
 * ```ts
 * if (isLoginError(error)) console.error(error.host, error.status);
 * ```
 */
export class LoginError extends CloudFilesError {
  override readonly name = 'LoginError';
  readonly host: string;
  /** The HTTP status, where it is that which says no. */
  readonly status: number | undefined;
  /** By which a set knows whether it is denied. */
  readonly $metadata: { readonly httpStatusCode?: number };

  constructor(host: string, what: string, status?: number, options?: ErrorOptions) {
    super(`logging in at ${host}: ${what}`, options);
    this.host = host;
    this.status = status;
    this.$metadata = status === undefined ? {} : { httpStatusCode: status };
  }
}

/** Whether the error is a {@link LoginError}. */
export function isLoginError(error: unknown): error is LoginError {
  return hasName<LoginError>(error, 'LoginError');
}
