import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import type { Filters } from './filters.js';

export type { Filters } from './filters.js';

/**
 * What every listing takes.
 *
 * @example
 * ```ts
 * const options: ListingOptions = { filters: { 'tag:Environment': 'prod' } };
 * ```
 */
export interface ListingOptions extends RequestOptions {
  /** Only these; EC2 refuses the whole listing when a region lacks one of them. @defaultValue all */
  readonly ids?: readonly string[] | undefined;
  /** Only what fits. @defaultValue no filter */
  readonly filters?: Filters | undefined;
}

/** The names of {@link ListingOptions}. */
export const listingOptionNames: readonly string[] = ['ids', 'filters', ...requestOptionNames];
