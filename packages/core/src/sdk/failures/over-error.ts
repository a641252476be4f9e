import { TimeOverError } from '../../errors/time-over-error.js';
import type { Over } from '../../guards/transfer.js';

/** The error of a transfer whose clock is over. `retried`: whether the SDK may try again, as after any trouble on the way. */
export function overError({ limit, milliseconds, answered, response }: Over, host: string, retried: boolean): Error {
  const error = new TimeOverError(limit, milliseconds, { host, answered });
  // The SDK writes a hint for its own developers into an error of a body that says nothing of its answer.
  const $metadata = response && {
    httpStatusCode: response.statusCode,
    requestId: response.headers['x-amzn-requestid'] ?? response.headers['x-amz-request-id'],
  };
  return Object.defineProperties(error, {
    ...($metadata === undefined ? {} : { $metadata: hidden($metadata) }),
    ...(retried ? { $retryable: hidden({}) } : {}),
  });
}

function hidden(value: unknown): PropertyDescriptor {
  return { value, writable: true, configurable: true, enumerable: false };
}
