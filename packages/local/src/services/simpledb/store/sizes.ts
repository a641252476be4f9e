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
    for (const values of item.attributes.values()) {
      this.pairs += sign * values.length;
      for (const value of values) this.valueBytes += sign * Buffer.byteLength(value);
    }
  }
}

/** The bytes of the names that attributes have, each counted once. */
export function attributeNameBytes(indexes: ReadonlyMap<string, AttributeIndex>): number {
  let bytes = 0;
  for (const name of indexes.keys()) bytes += Buffer.byteLength(name);
  return bytes;
}
