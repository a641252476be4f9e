import type { ReadOptions, RequestOptions } from '../calls/request-options.js';
import type { Deleted } from './deleted.js';
import type { OnlyIf } from './only-if.js';

/**
 * How an item is written.
 *
 * @example
 * ```ts
 * await domain.put('1579124585', { version: '8' }, { replace: true, onlyIf: { name: 'version', value: '7' } });
 * ```
 */
export interface PutOptions extends RequestOptions {
  /** Whether values take the place of those that are there: of all attributes, or of those named. @defaultValue false: they are added */
  readonly replace?: boolean | readonly string[] | undefined;
  /** What has to hold, else a `ConditionalCheckFailed`. @defaultValue nothing */
  readonly onlyIf?: OnlyIf | undefined;
}

/**
 * How an item is read.
 *
 * @example
 * ```ts
 * await domain.get('1579124585', ['Title'], { consistent: true, tellMissing: true });
 * ```
 */
export interface GetOptions extends ReadOptions {
  /**
   * Whether an item that is not there is told from one that has none of the attributes asked for, by a second request where
   * none came. @defaultValue false
   */
  readonly tellMissing?: boolean | undefined;
}

/**
 * How an item is deleted.
 *
 * @example
 * ```ts
 * await domain.delete('1579124585', { only: { Keyword: ['Hardcover'] } });
 * ```
 */
export interface DeleteOptions extends RequestOptions {
  /** What of it. @defaultValue the whole item */
  readonly only?: Deleted | undefined;
  /** What has to hold, else a `ConditionalCheckFailed`. @defaultValue nothing */
  readonly onlyIf?: OnlyIf | undefined;
}
