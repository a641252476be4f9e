import type { OrderBy, OutputList, SelectExpression } from '../query/index.js';
import { quoteName } from '../query/index.js';

/** How many items a page has at most. https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html */
const largestPage = 2_500;

/** The expression as it is sent for pages as large as SimpleDB has them, of what it asks for in all; `output` in place of its own. */
export function writeSelect(expression: SelectExpression, output: OutputList = expression.parts.output): string {
  const { text, domain, parts } = expression;
  const { where, orderBy } = parts;
  const clauses = [`select ${writeOutput(output)} from \`${domain}\``];
  if (where !== undefined) clauses.push(`where ${text.slice(where.start, where.end)}`);
  // A count has no order, and SimpleDB would hold it to the rules of one.
  if (orderBy !== undefined && output !== 'count') clauses.push(writeOrder(orderBy));
  const limit = writeLimit(parts.limit, output);
  if (limit !== undefined) clauses.push(limit);
  return clauses.join(' ');
}

/** A count that is not limited says how many there are, as far as SimpleDB gets in five seconds. */
function writeLimit(limit: number | undefined, output: OutputList): string | undefined {
  if (limit === undefined && output === 'count') return undefined;
  return `limit ${Math.min(limit ?? largestPage, largestPage)}`;
}

function writeOutput(output: OutputList): string {
  if (output === 'all') return '*';
  if (output === 'itemName') return 'itemName()';
  if (output === 'count') return 'count(*)';
  return output.map(quoteName).join(', ');
}

function writeOrder({ attribute, descending }: OrderBy): string {
  const by = attribute === undefined ? 'itemName()' : quoteName(attribute);
  return `order by ${by}${descending ? ' desc' : ''}`;
}
