/** The values of each attribute. An attribute has at least one, and none twice. */
export type Attributes = ReadonlyMap<string, readonly string[]>;

/** An item as it is at one time: a write makes another. */
export interface Item {
  readonly name: string;
  readonly attributes: Attributes;
}

/** How many name-value pairs an item has. */
export function pairCount(attributes: Attributes): number {
  let count = 0;
  for (const values of attributes.values()) count += values.length;
  return count;
}
