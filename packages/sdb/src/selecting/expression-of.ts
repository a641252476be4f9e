import { isSelectExpression, SelectExpression } from '../query/index.js';

/**
 * A query: a `select` template, or the text of a select expression.
 *
 * @example
 * ```ts
 * const query: Query = select`* from ${domain} where ${attr('Year')} > ${'1985'}`;
 * ```
 */
export type Query = string | SelectExpression;

/** The expression of a query. @throws SelectSyntaxError for a text that is none */
export function expressionOf(query: Query): SelectExpression {
  return isSelectExpression(query) ? query : new SelectExpression(query);
}
