import { hasName } from '@proj/core';
import { CloudFilesError } from './cloud-files-error.js';

/**
 * No connection was made, or it broke off before the answer had come.
 *
 * @example
 * ```ts
 * if (isConnectionError(error)) console.error(error.host, error.code);
 * ```
 */
export class ConnectionError extends CloudFilesError {
  override readonly name = 'ConnectionError';
  readonly host: string;
  /** Node's code, such as `ECONNREFUSED`. */
  readonly code: string;

  constructor(operation: string, host: string, cause: unknown) {
    const { code } = (cause ?? {}) as { readonly code?: unknown };
    // undici has a code of its own for an end that closed the connection.
    const known = code === 'UND_ERR_SOCKET' || typeof code !== 'string' ? 'ECONNRESET' : code;
    super(`${operation}: the connection to ${host} failed (${known}); see whether it can be reached from here`, {
      cause,
    });
    this.host = host;
    this.code = known;
  }
}

/** Whether the error is a {@link ConnectionError}. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return hasName<ConnectionError>(error, 'ConnectionError');
}
