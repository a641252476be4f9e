import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';

/** The set, or the one that it was derived from, has been disposed of: its connections are closed. */
export class DisposedError extends ServiceSetError {
  override readonly name = 'DisposedError';

  constructor(options?: ErrorOptions) {
    super('this set has been disposed of and its connections are closed: make another with serviceSet()', options);
  }
}

/** Whether the error is a {@link DisposedError}. */
export function isDisposedError(error: unknown): error is DisposedError {
  return hasName<DisposedError>(error, 'DisposedError');
}
