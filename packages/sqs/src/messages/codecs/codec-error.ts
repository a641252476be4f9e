import { hasName } from '@proj/core';
import { SqsError } from '../../errors/sqs-error.js';

/** A codec cannot write a value, or not read a body. */
export class CodecError extends SqsError {
  override readonly name = 'CodecError';
  readonly codec: string;

  constructor(codec: string, step: 'encode' | 'decode', why: string, options?: ErrorOptions) {
    super(`${codec}.${step}: ${why}`, options);
    this.codec = codec;
  }
}

/**
 * Whether the error is a {@link CodecError}.
 *
 * @example
 * ```ts
 * if (isCodecError(error)) console.error(error.codec, error.message);
 * ```
 */
export function isCodecError(error: unknown): error is CodecError {
  return hasName<CodecError>(error, 'CodecError');
}
