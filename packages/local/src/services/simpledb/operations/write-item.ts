import { ApiError } from '../../../wire/api-error.js';
import type { Domain } from '../store/domain.js';
import { type Attributes, type Item, pairCount } from '../store/item.js';
import { limits } from '../store/limits.js';
import { attributeNameBytes, valueBytes } from '../store/sizes.js';
import type { GivenAttribute } from './read-attributes.js';

/** The attributes of an item after a put. `Replace` on any value of an attribute takes away what the attribute had. */
export function putInto(
  before: Attributes | undefined,
  given: readonly (GivenAttribute & { readonly value: string })[],
): Attributes {
  const replaced = new Set(given.filter(({ replace }) => replace).map(({ name }) => name));
  const after = new Map([...(before ?? [])].filter(([name]) => !replaced.has(name)));
  for (const { name, value } of given) {
    const values = after.get(name) ?? [];
    if (!values.includes(value)) after.set(name, [...values, value]);
  }
  if (pairCount(after) > limits.itemPairs) {
    throw new ApiError('NumberItemAttributesExceeded', 'Too many attributes in this item.', 409);
  }
  return after;
}

/** The attributes of an item after a delete: a name alone takes every value, none at all takes the item. */
export function deleteFrom(before: Attributes, given: readonly GivenAttribute[]): Attributes {
  if (given.length === 0) return new Map();
  const after = new Map(before);
  for (const { name, value } of given) {
    const left = value === undefined ? [] : (after.get(name) ?? []).filter((other) => other !== value);
    if (left.length > 0) after.set(name, left);
    else after.delete(name);
  }
  return after;
}

/** Writes all of these or, where the domain would be too large, none. What makes a domain smaller always can be done. */
export function writeAll(domain: Domain, items: readonly Item[], now: number): void {
  const before = items.map(({ name }) => domain.items.get(name) ?? { name, attributes: new Map() });
  const pairs = sum(items, pairsOf) - sum(before, pairsOf);
  if (pairs > 0 && domain.sizes.pairs + pairs > limits.domainPairs) {
    throw new ApiError('NumberDomainAttributesExceeded', 'Too many attributes in this domain.', 409);
  }
  const bytes = sum(items, valueBytes) - sum(before, valueBytes);
  const held = domain.sizes.itemNameBytes + domain.sizes.valueBytes + attributeNameBytes(domain.indexes);
  if (bytes > 0 && held + bytes > limits.domainBytes) {
    throw new ApiError('NumberDomainBytesExceeded', 'Too many bytes in this domain.', 409);
  }
  for (const item of items) domain.set(item, now);
}

function sum(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

const pairsOf = ({ attributes }: Item): number => pairCount(attributes);
