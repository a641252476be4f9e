import { readCondition } from './read-condition.js';
import type { OrderBy, OutputList, SelectParts, TextSpan } from './select-parts.js';
import { TokenReader } from './token-reader.js';

/**
 * Reads what a select expression says outside of its condition: what it gives, of which domain, in which order, how many.
 *
 * The condition itself is not judged, but for its parentheses: SimpleDB does that.
 *
 * @throws SelectSyntaxError with the position where the text is no select expression
 *
 * @example
 * ```ts
 * readSelect("select * from mydomain where Year > '1985' order by Year desc limit 10");
 * // { output: 'all', domain: 'mydomain', where: { start: 29, end: 42 }, orderBy: { attribute: 'Year', descending: true }, limit: 10 }
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelect.html
 */
export function readSelect(text: string): SelectParts {
  const reader = new TokenReader(text);
  reader.demand('select');
  const output = readOutput(reader);
  reader.demand('from');
  const domain = reader.name();
  const where = reader.takes('where') ? readWhere(reader) : undefined;
  const orderBy = reader.takes('order') ? readOrder(reader) : undefined;
  const limit = reader.takes('limit') ? reader.number() : undefined;
  reader.end();
  return {
    output,
    domain,
    ...(where && { where }),
    ...(orderBy && { orderBy }),
    ...(limit !== undefined && { limit }),
  };
}

function readOutput(reader: TokenReader): OutputList {
  if (reader.takes('*')) return 'all';
  if (reader.takes('itemname', '(', ')')) return 'itemName';
  if (reader.takes('count', '(', '*', ')')) return 'count';
  return reader.names();
}

function readWhere(reader: TokenReader): TextSpan {
  return readCondition(reader, ['order', 'limit']);
}

function readOrder(reader: TokenReader): OrderBy {
  reader.demand('by');
  const attribute = reader.takes('itemname', '(', ')') ? undefined : reader.name();
  const descending = reader.takes('desc');
  if (!descending) reader.takes('asc');
  return { attribute, descending };
}
