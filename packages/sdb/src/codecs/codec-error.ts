import { hasName, ServiceSetError } from '@proj/core';

/**
 * A codec has no text for a value, or a text stands for none of its values. The message holds neither.
 *
 * @example
 * ```ts
 * if (isCodecError(error)) console.error(error.codec, error.direction, error.wants);
 * ```
 */
export class CodecError extends ServiceSetError {
  override readonly name = 'CodecError';
  /** The function or object that has made the codec, such as `paddedNumber`. */
  readonly codec: string;
  readonly direction: 'encode' | 'decode';
  /** What it takes in this direction. */
  readonly wants: string;

  constructor(codec: string, direction: 'encode' | 'decode', wants: string, options?: ErrorOptions) {
    super(`${codec}: cannot ${direction} this; it takes ${wants}: give it that, or take another codec`, options);
    this.codec = codec;
    this.direction = direction;
    this.wants = wants;
  }
}

/**
 * Whether the error is a {@link CodecError}.
 *
 * @example
 * ```ts
 * if (isCodecError(error)) console.error(error.wants);
 * ```
 */
export function isCodecError(error: unknown): error is CodecError {
  return hasName<CodecError>(error, 'CodecError');
}
