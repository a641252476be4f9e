import { hasName } from './has-name.js';
import { ServiceSetError } from './service-set-error.js';

/** What was asked for has been handed out already and was not kept. */
export class ConsumedError extends ServiceSetError {
  override readonly name = 'ConsumedError';
}

/** Whether the error is a {@link ConsumedError}. */
export function isConsumedError(error: unknown): error is ConsumedError {
  return hasName<ConsumedError>(error, 'ConsumedError');
}
