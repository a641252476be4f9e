import { hasName } from '@proj/core';
import { SqsError } from '../errors/sqs-error.js';

/** An address that no queue has, or that cannot be called as it is. Nothing was sent. */
export class QueueAddressError extends SqsError {
  override readonly name = 'QueueAddressError';
  readonly address: string;

  constructor(address: unknown, why: string) {
    const shown = String(address).slice(0, 200);
    super(`${JSON.stringify(shown)} ${why}`);
    this.address = shown;
  }
}

/**
 * Whether the error is a {@link QueueAddressError}.
 *
 * @example
 * ```ts
 * if (isQueueAddressError(error)) console.error(error.address);
 * ```
 */
export function isQueueAddressError(error: unknown): error is QueueAddressError {
  return hasName<QueueAddressError>(error, 'QueueAddressError');
}
