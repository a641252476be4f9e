import { hasName } from '@proj/core';
import { Ec2Error } from '../errors/ec2-error.js';
import type { Image } from './image.js';

/**
 * The time to wait for an image was over before it was available. Its making goes on without us.
 *
 * @example
 * ```ts
 * if (isImagePendingError(error)) console.warn(`${error.image.id} is still ${error.image.state}`);
 * ```
 */
export class ImagePendingError extends Ec2Error {
  override readonly name = 'ImagePendingError';
  /** The image as it was last seen. */
  readonly image: Image;
  /** The milliseconds that were waited. */
  readonly timeout: number;

  constructor(image: Image, timeout: number, options?: ErrorOptions) {
    const { id, region, state } = image;
    super(
      `${id} in ${region} was '${state}' when the timeout of ${timeout} ms was over; it goes on: wait again for longer`,
      options,
    );
    this.image = image;
    this.timeout = timeout;
  }
}

/**
 * Whether the error is an {@link ImagePendingError}.
 *
 * @example
 * ```ts
 * if (isImagePendingError(error)) console.warn(error.image.state);
 * ```
 */
export function isImagePendingError(error: unknown): error is ImagePendingError {
  return hasName<ImagePendingError>(error, 'ImagePendingError');
}
