import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';

/** The set's targets are the regions enabled for the account, and nobody has asked for them yet. */
export class NotReadyError extends ServiceSetError {
  override readonly name = 'NotReadyError';

  constructor() {
    super('which regions are enabled for the account is not known yet: await set.ready() first, or name the regions');
  }
}

/** Whether the error is a {@link NotReadyError}. */
export function isNotReadyError(error: unknown): error is NotReadyError {
  return hasName<NotReadyError>(error, 'NotReadyError');
}
