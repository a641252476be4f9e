import type { DomainMetadataOutput } from '../client/index.js';

/**
 * How much a domain has in it, as of a moment; SimpleDB does not reckon it anew for each request.
 *
 * @example
 * ```ts
 * const { items, at } = await domain.metadata();
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_DomainMetadata.html
 */
export interface DomainMetadata {
  readonly items: number;
  /** How many names of attributes there are, each counted once. */
  readonly attributeNames: number;
  /** How many pairs of name and value there are. */
  readonly attributeValues: number;
  /** Bytes. */
  readonly itemNamesSize: number;
  /** Bytes. */
  readonly attributeNamesSize: number;
  /** Bytes. */
  readonly attributeValuesSize: number;
  /** When this was reckoned. */
  readonly at: Date;
}

export function metadataOf(answer: DomainMetadataOutput): DomainMetadata {
  return {
    items: answer.ItemCount ?? 0,
    attributeNames: answer.AttributeNameCount ?? 0,
    attributeValues: answer.AttributeValueCount ?? 0,
    itemNamesSize: answer.ItemNamesSizeBytes ?? 0,
    attributeNamesSize: answer.AttributeNamesSizeBytes ?? 0,
    attributeValuesSize: answer.AttributeValuesSizeBytes ?? 0,
    at: new Date((answer.Timestamp ?? 0) * 1_000),
  };
}
