import { OptionError } from '../../errors/option-error.js';
import type { Facts } from '../facts/facts.js';
import type { ComparedField } from '../listing/compared.js';
import type { Row } from '../listing/row.js';
import { type ComparedBy, type Comparison, compareRows } from './compare-rows.js';
import { mergeListings } from './merge-listings.js';
import type { StorePlace } from './store-place.js';

/**
 * What is compared.
 *
 * @example
 * ```ts
 * const options: DiffOptions = { prefix: '2026/', compare: 'size' };
 * ```
 */
export interface DiffOptions {
  /** Names that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
  /**
   * `md5`: by size, and by MD5 where both stores tell one; `size`: by size alone, as for objects of S3 that KMS encrypts, whose ETags look like an MD5 and are
   * none.
   * @defaultValue `md5`
   */
  readonly compare?: Comparison | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A name that is not the same in two places. */
export interface Difference {
  readonly name: string;
  /** Only in the first place, only in the second, or not the same in both. */
  readonly kind: 'missing' | 'extra' | 'different';
  /** What was compared. */
  readonly by: ComparedBy;
  readonly from: Row<ComparedField> | undefined;
  readonly to: Row<ComparedField> | undefined;
}

/**
 * What is not the same in two places, by their listings alone, in the order of the names.
 *
 * @throws OptionError for places that list in no order
 * @example
 * ```ts
 * for await (const { name, kind, by } of diff(bucket, container)) console.log(name, kind, by);
 * ```
 */
export async function* diff(
  from: StorePlace,
  to: StorePlace,
  options: DiffOptions = {},
): AsyncGenerator<Difference, void, undefined> {
  const { prefix, compare = 'md5', signal } = options;
  for (const { facts } of [from, to]) checkOrder(facts);
  const asked = { prefix, signal };
  for await (const pair of mergeListings(from.list.compared(asked), to.list.compared(asked))) {
    const { name, from: source, to: target } = pair;
    if (source === undefined) yield { name, kind: 'extra', by: 'nothing', from: source, to: target };
    else if (target === undefined) yield { name, kind: 'missing', by: 'nothing', from: source, to: target };
    else {
      const { isSame, by } = compareRows(source, target, compare);
      if (!isSame) yield { name, kind: 'different', by, from: source, to: target };
    }
  }
}

function checkOrder({ kind, order }: Facts): void {
  if (order === 'utf8') return;
  throw new OptionError(`${kind} lists in no order: it cannot be compared name by name`);
}
