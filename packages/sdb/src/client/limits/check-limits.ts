import { badDomainName, isDomainName } from './domain-name.js';
import { LimitError } from './limit-error.js';
import { isTooLong, tooLong } from './text-limit.js';

interface Attribute {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}

/** What inputs have that SimpleDB limits. */
export interface LimitedInput {
  readonly DomainName?: string | undefined;
  readonly ItemName?: string | undefined;
  readonly Attributes?: readonly Attribute[] | undefined;
  readonly AttributeNames?: readonly string[] | undefined;
  readonly Items?: readonly {
    readonly Name?: string | undefined;
    readonly Attributes?: readonly Attribute[] | undefined;
  }[];
}

const maxAttributes = 256;

/**
 * Refuses what SimpleDB would refuse for its size.
 *
 * @throws LimitError
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 */
export function checkLimits(operation: string, input: LimitedInput): void {
  const { DomainName } = input;
  if (DomainName !== undefined && !isDomainName(DomainName)) throw badDomainName(DomainName, `${operation}: `);
  checkText(operation, 'item name', input.ItemName);
  checkAttributes(operation, input.Attributes);
  checkCount(operation, 'attributes of a request', input.AttributeNames);
  for (const name of input.AttributeNames ?? []) checkText(operation, 'attribute name', name);
  for (const { Name, Attributes } of input.Items ?? []) {
    checkText(operation, 'item name', Name);
    checkAttributes(operation, Attributes);
  }
}

function checkAttributes(operation: string, attributes: readonly Attribute[] | undefined): void {
  checkCount(operation, 'attributes of an item', attributes);
  for (const { Name, Value } of attributes ?? []) {
    checkText(operation, 'attribute name', Name);
    checkText(operation, 'value', Value);
  }
}

function checkCount(operation: string, limit: string, list: readonly unknown[] | undefined): void {
  const actual = list?.length ?? 0;
  if (actual <= maxAttributes) return;
  throw new LimitError(
    `${operation}: at most ${maxAttributes} ${limit}; there are ${actual}`,
    limit,
    actual,
    maxAttributes,
  );
}

/** Bytes of UTF-8, not characters. */
function checkText(operation: string, limit: string, text: string | undefined): void {
  if (text !== undefined && isTooLong(text)) throw tooLong(limit, text, `${operation}: `);
}
