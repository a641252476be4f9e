import type { AttributeIndex } from './attribute-index.js';
import type { Item } from './item.js';

/** The running sums that DomainMetadata tells, and that the limits of a domain are held against. */
export class Sizes {
  itemNameBytes = 0;
  pairs = 0;
  valueBytes = 0;

  /** Counts an item in (`1`) or out (`-1`). */
  count(item: Item, sign: 1 | -1): void {
    this.itemNameBytes += sign * Buffer.byteLength(item.name);
    for (const values of item.attributes.values()) this.pairs += sign * values.length;
    this.valueBytes += sign * valueBytes(item);
  }
}

/** The bytes of an item's values. */
export function valueBytes({ attributes }: Item): number {
  let bytes = 0;
  for (const values of attributes.values()) for (const value of values) bytes += Buffer.byteLength(value);
  return bytes;
}

/** The bytes of the names that attributes have, each counted once. */
export function attributeNameBytes(indexes: ReadonlyMap<string, AttributeIndex>): number {
  let bytes = 0;
  for (const name of indexes.keys()) bytes += Buffer.byteLength(name);
  return bytes;
}
