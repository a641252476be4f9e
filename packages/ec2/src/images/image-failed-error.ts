import { hasName } from '@proj/core';
import { Ec2Error } from '../errors/ec2-error.js';
import type { Image } from './image.js';

/**
 * An image ended in a state from which it does not become available by itself. `stateReason` is EC2's reason, where it gave one.
 *
 * @example
 * ```ts
 * if (isImageFailedError(error)) await error.image.deregister();
 * ```
 */
export class ImageFailedError extends Ec2Error {
  override readonly name = 'ImageFailedError';
  /** The image as it was last seen. */
  readonly image: Image;
  readonly state: string | undefined;
  readonly stateReason: string | undefined;

  constructor(image: Image) {
    const { id, region, state, raw } = image;
    const reason = raw.StateReason?.Message;
    const advice = state === 'disabled' ? 'enable it first' : 'deregister it and make another';
    super(`${id} in ${region} is '${state}', not available${reason ? `: ${reason}` : ''}; ${advice}`);
    this.image = image;
    this.state = state;
    this.stateReason = reason;
  }
}

/**
 * Whether the error is an {@link ImageFailedError}.
 *
 * @example
 * ```ts
 * if (isImageFailedError(error)) console.error(error.stateReason);
 * ```
 */
export function isImageFailedError(error: unknown): error is ImageFailedError {
  return hasName<ImageFailedError>(error, 'ImageFailedError');
}
