import type { OrderBy, Output, Select } from './expression.js';
import { parseExpression } from './parse-expression.js';
import { TokenReader } from './token-reader.js';

/**
 * Reads a select expression. Throws {@link ApiError} `InvalidQueryExpression` for what is none.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelect.html
 */
export function parseSelect(text: string): Select {
  const reader = new TokenReader(text);
  reader.demand('select');
  const output = parseOutput(reader);
  reader.demand('from');
  const domain = reader.name();
  const where = reader.takes('where') ? parseExpression(reader) : undefined;
  const orderBy = reader.takes('order', 'by') ? parseOrder(reader) : undefined;
  const limit = reader.takes('limit') ? reader.number() : undefined;
  reader.end();
  return { output, domain, where, orderBy, limit };
}

function parseOutput(reader: TokenReader): Output {
  if (reader.takes('*')) return { kind: 'all' };
  if (reader.takes('itemname', '(', ')')) return { kind: 'itemName' };
  if (reader.takes('count', '(', '*', ')')) return { kind: 'count' };
  return { kind: 'attributes', names: reader.list(() => reader.name()) };
}

function parseOrder(reader: TokenReader): OrderBy {
  const attribute = reader.takes('itemname', '(', ')') ? undefined : reader.name();
  const descending = reader.takes('desc');
  if (!descending) reader.takes('asc');
  return { attribute, descending };
}
