import { hasName } from '@proj/core';
import { SqsError } from '../errors/sqs-error.js';

/** What came, or was taken in, is not what was sent: its MD5 is another. The message is still in its queue. */
export class DigestError extends SqsError {
  override readonly name = 'DigestError';
  readonly messageId: string | undefined;
  /** Of what: the body, or the attributes. */
  readonly part: 'body' | 'attributes';

  constructor(messageId: string | undefined, part: 'body' | 'attributes', where: string) {
    super(
      `${where}: the MD5 of the ${part} of message ${messageId ?? '(without an id)'} is another: it was changed on its way`,
    );
    this.messageId = messageId;
    this.part = part;
  }
}

/**
 * Whether the error is a {@link DigestError}.
 *
 * @example
 * ```ts
 * if (isDigestError(error)) console.error(error.messageId, error.part);
 * ```
 */
export function isDigestError(error: unknown): error is DigestError {
  return hasName<DigestError>(error, 'DigestError');
}
