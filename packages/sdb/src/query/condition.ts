import { conditionBrand } from './condition-brand.js';
import { readCondition } from './read-condition.js';
import type { SelectSubstitution } from './select-substitution.js';
import { TokenReader } from './token-reader.js';
import { writeTemplate } from './write-template.js';

/**
 * A condition of a select expression, to be put into templates of `select` and of `condition`.
 *
 * @example
 * ```ts
 * const recent: Condition = condition`${attr('Year')} > ${'1985'}`;
 * ```
 */
export class Condition {
  static {
    Object.defineProperty(Condition.prototype, conditionBrand, { value: true });
  }

  /** For the types alone: no other object with a text, such as a whole expression, is taken for a condition. */
  declare protected readonly kind: 'condition';
  /** The condition as it is written, without parentheses around it. */
  readonly text: string;

  /** @throws SelectSyntaxError for a text that is empty, has another clause, or parentheses that do not match */
  constructor(text: string) {
    readCondition(new TokenReader(text), []);
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/**
 * The tag of a template that is a condition. Where it is put into another one, it stands in parentheses, so that it means the
 * same there.
 *
 * @throws SelectTemplateError for what cannot be substituted, SelectSyntaxError for what is no condition, LimitError or
 * OptionError for a name or value that SimpleDB does not have
 *
 * @example
 * ```ts
 * const old = condition`${attr('Year')} < ${'1980'} or ${attr('Year')} is null`;
 * select`* from mydomain where ${old} and ${attr('Author')} like ${'Tom%'}`;
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelect.html
 */
export function condition(strings: TemplateStringsArray, ...parts: readonly SelectSubstitution[]): Condition {
  return new Condition(writeTemplate('condition', '', strings, parts));
}
