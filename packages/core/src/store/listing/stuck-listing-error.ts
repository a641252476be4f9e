import { hasName } from '../../errors/has-name.js';
import { quoted } from '../../errors/quoted.js';
import { ServiceSetError } from '../../errors/service-set-error.js';

/** A store's listing does not go on: it gave the same place twice, or names before those that were asked for. */
export class StuckListingError extends ServiceSetError {
  override readonly name = 'StuckListingError';

  constructor(place: string) {
    super(
      `the listing does not go on behind ${quoted(place)}: the store gave it twice, or names before it; list with parallel: 1, or another way`,
    );
  }
}

/** Whether the error is a {@link StuckListingError}. */
export function isStuckListingError(error: unknown): error is StuckListingError {
  return hasName<StuckListingError>(error, 'StuckListingError');
}
