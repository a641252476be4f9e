import { hasName } from '@proj/core';
import { SqsError } from '../errors/sqs-error.js';

/** One entry of a batch that the service did not take, while it may have taken the others. */
export class EntryError extends SqsError {
  override readonly name = 'EntryError';
  /** The service's own code, such as `InvalidMessageContents`. */
  readonly code: string;
  /** Whether it is the caller's to mend; else it was tried again, in vain. */
  readonly senderFault: boolean;

  constructor(where: string, code: string, senderFault: boolean, message: string | undefined) {
    super(`${where}: ${code}${message ? `: ${message}` : ''}`);
    this.code = code;
    this.senderFault = senderFault;
  }
}

/**
 * Whether the error is an {@link EntryError}.
 *
 * @example
 * ```ts
 * if (isEntryError(error)) console.error(error.code);
 * ```
 */
export function isEntryError(error: unknown): error is EntryError {
  return hasName<EntryError>(error, 'EntryError');
}
