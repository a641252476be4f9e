import { hasName } from './has-name.js';
import { ServiceSetError } from './service-set-error.js';

/** An option or argument that could not work; the message names it, what was given and what it takes. */
export class OptionError extends ServiceSetError {
  override readonly name = 'OptionError';
}

/** Whether the error is an {@link OptionError}. */
export function isOptionError(error: unknown): error is OptionError {
  return hasName<OptionError>(error, 'OptionError');
}
