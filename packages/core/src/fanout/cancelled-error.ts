import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/** The call was cancelled before the target had answered; `cause` is the signal's reason where a signal did it. */
export class CancelledError extends ServiceSetError {
  override readonly name = 'CancelledError';
}

/** Whether the error is a {@link CancelledError}. */
export function isCancelledError(error: unknown): error is CancelledError {
  return hasName<CancelledError>(error, 'CancelledError');
}
