import type { Place } from '@proj/core';
import type { ReadOptions } from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import type { SelectExpression } from '../query/index.js';
import { selectPages } from './select-pages.js';
import { writeSelect } from './write-select.js';

/**
 * How many items an expression finds in one region: SimpleDB counts for five seconds at a time, and the parts are added up. A
 * limit holds for the sum.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/CountingDataSelect.html
 */
export async function countIn(
  place: Place<SimpleDB>,
  expression: SelectExpression,
  options: ReadOptions,
): Promise<number> {
  const { limit = Number.POSITIVE_INFINITY } = expression.parts;
  let count = 0;
  for await (const [page] of selectPages(place, writeSelect(expression, 'count'), options)) {
    count += Number(page?.Attributes?.find(({ Name }) => Name === 'Count')?.Value ?? 0);
    if (count >= limit) return limit;
  }
  return count;
}
