import { ApiError } from '../../../wire/api-error.js';
import { comparisons, type Select } from './expression.js';
import { sortError } from './select-errors.js';

const MAX_LIMIT = 2500;
const MAX_ATTRIBUTES = 20;
const MAX_COMPARISONS = 20;
const MAX_OUTPUT = 256;

/**
 * Holds a select expression against the limits of SimpleDB and the rule of sorting. Throws {@link ApiError}.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 */
export function checkSelect({ output, where, orderBy, limit }: Select): void {
  if (limit !== undefined && (limit < 1 || limit > MAX_LIMIT)) {
    throw new ApiError('InvalidQueryExpression', `The limit must be from 1 to ${MAX_LIMIT}.`);
  }
  if (output.kind === 'attributes' && output.names.length > MAX_OUTPUT) {
    throw new ApiError('TooManyRequestedAttributes', 'Too many attributes requested.');
  }
  const all = comparisons(where);
  if (new Set(all.map(({ operand }) => operand.attribute)).size > MAX_ATTRIBUTES) {
    throw new ApiError('InvalidNumberPredicates', 'Too many predicates in the query expression.');
  }
  const tests = all.reduce((sum, { test }) => sum + (test.op === 'in' ? test.values.length : 1), 0);
  if (tests > MAX_COMPARISONS) {
    throw new ApiError('InvalidNumberValueTests', 'Too many value tests per predicate in the query expression.');
  }
  if (!orderBy) return;
  const sorting = all.filter(({ operand }) => operand.attribute === orderBy.attribute);
  if (sorting.length === 0 || sorting.some(({ test }) => test.op === 'is null')) throw sortError();
}
