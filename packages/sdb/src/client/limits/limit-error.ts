import { hasName, ServiceSetError } from '@proj/core';

/**
 * A request that SimpleDB would refuse, and that was not sent: `limit` says which of its limits it breaks.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 * @example
 * ```ts
 * if (isLimitError(error)) console.log(error.limit, error.actual, error.maximum);
 * ```
 */
export class LimitError extends ServiceSetError {
  override readonly name = 'LimitError';

  /** What is limited, such as `value` or `attributes of a request`. */
  readonly limit: string;
  /** How much there was; of a name that may not be so, its length. */
  readonly actual: number;
  /** How much there may be. */
  readonly maximum: number;

  constructor(message: string, limit: string, actual: number, maximum: number) {
    super(message);
    this.limit = limit;
    this.actual = actual;
    this.maximum = maximum;
  }
}

/**
 * Whether an error is a {@link LimitError}, of this copy of the package or of another.
 *
 * @example
 * ```ts
 * client.putAttributes(input).catch((error) => isLimitError(error) && console.log(error.limit));
 * ```
 */
export function isLimitError(error: unknown): error is LimitError {
  return hasName(error, 'LimitError');
}
