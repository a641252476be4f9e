import { OptionError } from '@proj/core';
import { isCondition } from '../query/condition-brand.js';
import { type Condition, SelectExpression } from '../query/index.js';
import { expressionOf, type Query } from './expression-of.js';

/**
 * The expression of a query that is made of one domain.
 *
 * @throws OptionError for another domain's, and for a count; SelectSyntaxError for a text that is no expression
 */
export function expressionFor(call: string, domain: string, query: Query): SelectExpression {
  const expression = ofDomain(call, domain, query);
  if (expression.parts.output !== 'count') return expression;
  throw new OptionError(`${call}: the query counts, and gives no items: use count()`);
}

/** The expression by which to count; what a query gives of its items makes no difference. */
export function countOf(call: string, domain: string, of: Condition | Query | undefined): SelectExpression {
  if (of === undefined) return new SelectExpression(`select count(*) from \`${domain}\``);
  if (isCondition(of)) return new SelectExpression(`select count(*) from \`${domain}\` where ${of.text}`);
  return ofDomain(call, domain, of as Query);
}

function ofDomain(call: string, domain: string, query: Query): SelectExpression {
  const expression = expressionOf(query);
  if (expression.domain === domain) return expression;
  const [asked, own] = [expression.domain, domain].map((name) => JSON.stringify(name));
  throw new OptionError(`${call}: the query is of the domain ${asked}, and is made of ${own}: ask that one`);
}
