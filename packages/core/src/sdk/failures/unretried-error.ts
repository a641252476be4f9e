import { ServiceSetError } from '../../errors/service-set-error.js';
import { isBreakerOpenError } from '../../guards/breaker-open-error.js';

/**
 * Takes an error past the SDK's retries, which look for what they know in an error and in all that caused it: a target that cannot be
 * connected to would cost every caller three times the clock. Never handed out: {@link unretried} gives what it carries.
 */
export class UnretriedError extends ServiceSetError {
  override readonly name = 'UnretriedError';
  readonly #carried: Error;

  constructor(carried: Error) {
    super('carries an error that is not to be retried');
    this.#carried = carried;
  }

  /** What it carries, with what the SDK has counted. */
  static carriedBy(error: unknown): unknown {
    if (!(error instanceof UnretriedError)) return error;
    // No attempt was made.
    if (isBreakerOpenError(error.#carried)) return error.#carried;
    const { $metadata } = error as { readonly $metadata?: object };
    return $metadata === undefined ? error.#carried : Object.assign(error.#carried, { $metadata });
  }
}
