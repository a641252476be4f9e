import { hasName } from '../errors/has-name.js';
import { quoted } from '../errors/quoted.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/**
 * A partition that the table does not have.
 *
 * @example
 * ```ts
 * requirePartition('aws-china'); // UnknownPartitionError, known: ['aws', 'aws-cn', …]
 * ```
 */
export class UnknownPartitionError extends ServiceSetError {
  override readonly name = 'UnknownPartitionError';
  readonly partition: string;
  /** The partitions there are. */
  readonly known: readonly string[];

  constructor(partition: string, known: readonly string[], options?: ErrorOptions) {
    super(`unknown partition ${quoted(partition)}: use one of ${known.join(', ')}`, options);
    this.partition = partition;
    this.known = known;
  }
}

/**
 * Whether this is an {@link UnknownPartitionError}.
 *
 * @example
 * ```ts
 * if (isUnknownPartitionError(error)) console.error('partitions:', error.known.join(' '));
 * ```
 */
export function isUnknownPartitionError(error: unknown): error is UnknownPartitionError {
  return hasName<UnknownPartitionError>(error, 'UnknownPartitionError');
}
