import type { SimpleDBMetadata } from '../protocol/response-facts.js';

/** What every answer brings along. */
export interface Answer {
  readonly $metadata: SimpleDBMetadata;
}

/** A name and one value. */
export interface Attribute {
  readonly Name: string | undefined;
  readonly Value: string | undefined;
}

/** A value to add to an attribute, or with `Replace` to put in place of all that it has. */
export interface ReplaceableAttribute extends Attribute {
  readonly Replace?: boolean | undefined;
}

/** What has to hold for a write to be done: `Value` is the one value of `Name`, or with `Exists: false` there is none. */
export interface UpdateCondition {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
  readonly Exists?: boolean | undefined;
}

/** An item that a query found. */
export interface FoundItem {
  readonly Name: string | undefined;
  readonly Attributes: readonly Attribute[] | undefined;
}

/** An item to write. */
export interface ReplaceableItem {
  readonly Name: string | undefined;
  readonly Attributes: readonly ReplaceableAttribute[] | undefined;
}

/** An attribute to delete: all of its values, or this one. */
export interface DeletableAttribute {
  readonly Name: string | undefined;
  readonly Value?: string | undefined;
}

/** An item to delete, or what to delete of it. */
export interface DeletableItem {
  readonly Name: string | undefined;
  readonly Attributes?: readonly DeletableAttribute[] | undefined;
}

/** Names a domain. */
export interface DomainInput {
  readonly DomainName: string | undefined;
}

export interface ListDomainsInput {
  /** How many a page has at most: 1 to 100. */
  readonly MaxNumberOfDomains?: number | undefined;
  readonly NextToken?: string | undefined;
}

export interface ListDomainsOutput extends Answer {
  readonly DomainNames?: string[];
  readonly NextToken?: string;
}

export interface DomainMetadataOutput extends Answer {
  readonly ItemCount?: number;
  readonly ItemNamesSizeBytes?: number;
  readonly AttributeNameCount?: number;
  readonly AttributeNamesSizeBytes?: number;
  readonly AttributeValueCount?: number;
  readonly AttributeValuesSizeBytes?: number;
  /** When this was reckoned, in seconds since 1970. */
  readonly Timestamp?: number;
}

export interface PutAttributesInput extends DomainInput {
  readonly ItemName: string | undefined;
  readonly Attributes: readonly ReplaceableAttribute[] | undefined;
  readonly Expected?: UpdateCondition | undefined;
}

export interface GetAttributesInput extends DomainInput {
  readonly ItemName: string | undefined;
  readonly AttributeNames?: readonly string[] | undefined;
  readonly ConsistentRead?: boolean | undefined;
}

export interface GetAttributesOutput extends Answer {
  readonly Attributes?: Attribute[];
}

export interface DeleteAttributesInput extends DomainInput {
  readonly ItemName: string | undefined;
  readonly Attributes?: readonly DeletableAttribute[] | undefined;
  readonly Expected?: UpdateCondition | undefined;
}

export interface BatchPutAttributesInput extends DomainInput {
  readonly Items: readonly ReplaceableItem[] | undefined;
}

export interface BatchDeleteAttributesInput extends DomainInput {
  readonly Items: readonly DeletableItem[] | undefined;
}

export interface SelectInput {
  readonly SelectExpression: string | undefined;
  readonly NextToken?: string | undefined;
  readonly ConsistentRead?: boolean | undefined;
}

export interface SelectOutput extends Answer {
  readonly Items?: FoundItem[];
  readonly NextToken?: string;
}
