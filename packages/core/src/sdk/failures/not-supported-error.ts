import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';
import type { Target } from '../../targets/target.js';

/** The region does not have the service, so there is nothing to ask. */
export class NotSupportedError extends ServiceSetError {
  override readonly name = 'NotSupportedError';
  readonly target: Target;

  constructor(target: Target) {
    super(
      `${target.region} does not have ${target.service}: nothing was asked there; leave it out by .in('!${target.region}')`,
    );
    this.target = target;
  }
}

/** Whether the error is a {@link NotSupportedError}. */
export function isNotSupportedError(error: unknown): error is NotSupportedError {
  return hasName<NotSupportedError>(error, 'NotSupportedError');
}
