import { SelectExpression } from './select-expression.js';
import type { SelectSubstitution } from './select-substitution.js';
import { writeTemplate } from './write-template.js';

/**
 * The tag of a template that is a select expression, from behind its first word; everything substituted is quoted for its place.
 *
 * Values are texts, dates (as `isoDate` writes them) and whole numbers from 0 (as their digits). SimpleDB compares texts: for the
 * order of numbers, encode them with the codec of their attribute, here as where they are put. `attr(name)` is an attribute, a
 * list stands behind `in`, a `condition` where conditions stand, and what comes behind `from` is a domain or its name. Put no
 * quotes around a substitution. The template's own text is taken as JavaScript reads it: the `\%` of `like` is written `\\%`.
 *
 * @throws SelectTemplateError for what cannot be substituted, SelectSyntaxError for what is no select expression, LimitError or
 * OptionError for a name or value that SimpleDB does not have
 *
 * @example
 * ```ts
 * const query = select`* from ${domain} where ${attr('year')} > ${year} order by ${attr('year')} desc limit ${10}`;
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelect.html
 */
export function select(strings: TemplateStringsArray, ...parts: readonly SelectSubstitution[]): SelectExpression {
  return new SelectExpression(writeTemplate('select', 'select ', strings, parts));
}
