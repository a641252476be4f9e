import { checkName, checkValue } from './check-text.js';

/**
 * A name of an attribute as it is written in a select expression: in backticks, those inside of it doubled.
 *
 * @throws LimitError or OptionError for what no attribute can be named
 *
 * @example
 * ```ts
 * quoteName('abc`123'); // `abc``123`
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/QuotingRulesSelect.html
 */
export function quoteName(name: string): string {
  checkName('attribute', name);
  return quoted(name, '`');
}

/**
 * A value as it is written in a select expression: in single quotes, those inside of it doubled.
 *
 * @throws LimitError or OptionError for what can be no value
 *
 * @example
 * ```ts
 * quoteValue("That's the ticket!"); // 'That''s the ticket!'
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/QuotingRulesSelect.html
 */
export function quoteValue(value: string): string {
  checkValue(value);
  return quoted(value, "'");
}

function quoted(text: string, quote: string): string {
  return quote + text.replaceAll(quote, quote + quote) + quote;
}
