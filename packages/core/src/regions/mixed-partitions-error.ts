import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/** More regions than this of one partition are counted in the message instead of named. */
const NAMED = 5;

/**
 * Regions of several partitions were asked for at once. No credentials are good in two partitions, so no set can span them.
 *
 * @example
 * ```ts
 * onePartition(['us-east-1', 'cn-north-1']); // MixedPartitionsError
 * ```
 */
export class MixedPartitionsError extends ServiceSetError {
  override readonly name = 'MixedPartitionsError';
  /** The regions that were asked for, by partition. */
  readonly partitions: ReadonlyMap<string, readonly string[]>;

  constructor(partitions: ReadonlyMap<string, readonly string[]>, options?: ErrorOptions) {
    const found = [...partitions].map(([id, regions]) => `${id} (${listed(regions)})`).join(' and ');
    super(`one set cannot span the partitions ${found}: make one set for each, with its own credentials`, options);
    this.partitions = partitions;
  }
}

function listed(regions: readonly string[]): string {
  const rest = regions.length - NAMED;
  return regions.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/**
 * Whether this is a {@link MixedPartitionsError}.
 *
 * @example
 * ```ts
 * if (isMixedPartitionsError(error)) for (const [id, regions] of error.partitions) console.error(id, regions);
 * ```
 */
export function isMixedPartitionsError(error: unknown): error is MixedPartitionsError {
  return hasName<MixedPartitionsError>(error, 'MixedPartitionsError');
}
