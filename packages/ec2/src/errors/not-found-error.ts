import { hasName } from '@proj/core';
import { Ec2Error } from './ec2-error.js';

/**
 * What {@link Ec2NotFoundError} is about.
 *
 * @example
 * ```ts
 * const kinds: readonly ResourceKind[] = ['volume', 'snapshot', 'image'];
 * ```
 */
export type ResourceKind = 'volume' | 'snapshot' | 'image';

/**
 * A region has nothing of this id that the caller may see. `cause` is the service's own error, where it sent one.
 *
 * @example
 * ```ts
 * const volume = await ireland.volume(id).catch((error: unknown) => {
 *   if (isEc2NotFoundError(error)) return undefined;
 *   throw error;
 * });
 * ```
 */
export class Ec2NotFoundError extends Ec2Error {
  override readonly name = 'Ec2NotFoundError';
  readonly kind: ResourceKind;
  readonly id: string;
  readonly region: string;

  constructor(kind: ResourceKind, id: string, region: string, options?: ErrorOptions) {
    super(
      `${region} has no ${kind} '${id}' that these credentials may see; ids are of one region, and of one account unless shared`,
      options,
    );
    this.kind = kind;
    this.id = id;
    this.region = region;
  }
}

/**
 * Whether the error is an {@link Ec2NotFoundError}.
 *
 * @example
 * ```ts
 * if (isEc2NotFoundError(error)) console.warn(`${error.id} is gone from ${error.region}`);
 * ```
 */
export function isEc2NotFoundError(error: unknown): error is Ec2NotFoundError {
  return hasName<Ec2NotFoundError>(error, 'Ec2NotFoundError');
}
