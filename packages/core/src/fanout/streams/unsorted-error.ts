import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';
import type { Target } from '../../targets/target.js';
import { placeOf } from '../place.js';

/** A target's own values were not in the order that `sorted` was asked to merge them by. */
export class UnsortedError extends ServiceSetError {
  override readonly name = 'UnsortedError';
  readonly target: Target;

  constructor(operation: string, target: Target) {
    super(
      `${operation}: ${placeOf(target)} does not give its values in the order asked for, so they cannot be merged as they come; ` +
        'collect them with toArray() and sort the array',
    );
    this.target = target;
  }
}

/** Whether the error is an {@link UnsortedError}. */
export function isUnsortedError(error: unknown): error is UnsortedError {
  return hasName<UnsortedError>(error, 'UnsortedError');
}
