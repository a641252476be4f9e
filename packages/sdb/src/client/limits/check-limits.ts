import { LimitError } from './limit-error.js';

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

const maxBytes = 1_024;
const maxAttributes = 256;

/**
 * Refuses what SimpleDB would refuse for its size.
 *
 * @throws LimitError
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 */
export function checkLimits(operation: string, input: LimitedInput): void {
  if (input.DomainName !== undefined) checkDomain(operation, input.DomainName);
  checkText(operation, 'item name', input.ItemName);
  checkAttributes(operation, input.Attributes);
  checkCount(operation, 'attributes of a request', input.AttributeNames);
  for (const name of input.AttributeNames ?? []) checkText(operation, 'attribute name', name);
  for (const { Name, Attributes } of input.Items ?? []) {
    checkText(operation, 'item name', Name);
    checkAttributes(operation, Attributes);
  }
}

function checkDomain(operation: string, name: string): void {
  if (/^[\w.-]{3,255}$/.test(name)) return;
  const rule = 'a domain name has 3 to 255 of the characters a-z, A-Z, 0-9, _, . and -';
  throw new LimitError(
    `${operation}: ${rule}; this one is ${JSON.stringify(name.slice(0, 300))}`,
    'domain name',
    name.length,
    255,
  );
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

/** Bytes of UTF-8, not characters. The text itself stays out of the message: it may be long, or nobody's business. */
function checkText(operation: string, limit: string, text: string | undefined): void {
  if (text === undefined || text.length * 3 <= maxBytes) return;
  const actual = Buffer.byteLength(text);
  if (actual <= maxBytes) return;
  throw new LimitError(
    `${operation}: at most ${maxBytes} bytes of UTF-8 for each ${limit}; there are ${actual}`,
    limit,
    actual,
    maxBytes,
  );
}
