import { checkName } from './check-text.js';
import { quoteName } from './quote.js';

/** A symbol cannot come out of JSON, so nobody's input is taken for a name. */
const brand: symbol = Symbol.for('@proj/sdb/attribute-name');

/**
 * The name of an attribute, for a template of `select` or `condition`.
 *
 * @example
 * ```ts
 * const year: AttributeName = attr('Year');
 * ```
 */
export class AttributeName {
  static {
    Object.defineProperty(AttributeName.prototype, brand, { value: true });
  }

  /** For the types alone: no other object with a name is taken for an attribute's. */
  declare protected readonly kind: 'attribute';
  /** The name, without quotes. */
  readonly name: string;

  constructor(name: string) {
    checkName('attribute', name);
    this.name = name;
  }

  /** The name in backticks. */
  toString(): string {
    return quoteName(this.name);
  }
}

/**
 * Makes a text the name of an attribute in a template of `select` or `condition`, where it would be a value otherwise.
 *
 * @throws LimitError or OptionError for what no attribute can be named
 *
 * @example
 * ```ts
 * select`* from mydomain where ${attr('Year')} > ${'1985'}`;
 * ```
 */
export function attr(name: string): AttributeName {
  return new AttributeName(name);
}

/** Whether the value is one of {@link attr}, of whichever installed copy. */
export function isAttributeName(value: unknown): value is AttributeName {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
