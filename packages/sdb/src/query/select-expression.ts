import { readSelect } from './read-select.js';
import type { SelectParts } from './select-parts.js';

const brand: symbol = Symbol.for('@proj/sdb/select-expression');

/**
 * A select expression that has been read: `String(expression)` is its text.
 *
 * @example
 * ```ts
 * const { text, domain } = new SelectExpression('select * from mydomain');
 * ```
 */
export class SelectExpression {
  static {
    Object.defineProperty(SelectExpression.prototype, brand, { value: true });
  }

  /** The expression as it is sent. */
  readonly text: string;
  /** The domain's name, without quotes. */
  readonly domain: string;
  /** What it says outside of its condition. */
  readonly parts: SelectParts;

  /** @throws SelectSyntaxError where the text is no select expression */
  constructor(text: string) {
    this.text = text;
    this.parts = readSelect(text);
    this.domain = this.parts.domain;
  }

  toString(): string {
    return this.text;
  }
}

/**
 * Whether the value is a select expression that has been read, of whichever installed copy of this package.
 *
 * @example
 * ```ts
 * const text = isSelectExpression(query) ? query.text : query;
 * ```
 */
export function isSelectExpression(value: unknown): value is SelectExpression {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
