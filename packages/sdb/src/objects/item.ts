import type { ReadOptions } from '../calls/request-options.js';
import type { Codec } from '../codecs/index.js';
import type { Attributes, Values } from './attributes.js';
import type { Domain } from './domain.js';
import type { DeleteOptions, PutOptions } from './domain-options.js';
import { one } from './one.js';

const brand: symbol = Symbol.for('@proj/sdb/item');

/**
 * An item of a domain, as it was when it was read, that acts where it lives. It never changes; `refresh()` reads a new one.
 *
 * @example
 * ```ts
 * for await (const item of domain.select(query)) console.log(item.region, item.name, item.one('Year'));
 * ```
 */
export class Item {
  static {
    Object.defineProperty(Item.prototype, brand, { value: true });
  }

  readonly name: string;
  /** The region that it lives in, such as `eu-west-1`. */
  readonly region: string;
  /** What was read of it: of a query, the attributes that it asked for. */
  readonly attributes: Attributes;
  readonly #domain: Domain;

  constructor(domain: Domain, name: string, attributes: Attributes) {
    this.name = name;
    this.region = domain.region;
    this.attributes = attributes;
    this.#domain = domain;
  }

  /** The domain that it is in. */
  get domain(): Domain {
    return this.#domain;
  }

  /** The values of an attribute; an empty list where it has none. */
  values(name: string): readonly string[] {
    return Object.hasOwn(this.attributes, name) ? (this.attributes[name] ?? []) : [];
  }

  /**
   * The one value of an attribute, decoded where a codec is given; `undefined` where there is none.
   *
   * @throws ManyValuesError when it has several, CodecError for a text that the codec did not write
   */
  one(name: string): string | undefined;
  one<T>(name: string, codec: Codec<T>): T | undefined;
  one<T>(name: string, codec?: Codec<T>): string | T | undefined {
    return codec === undefined ? one(this.attributes, name) : one(this.attributes, name, codec);
  }

  /** Writes attributes of it. See `Domain.put`. */
  put(attributes: Values, options: PutOptions = {}): Promise<void> {
    return this.#domain.put(this.name, attributes, options);
  }

  /** Deletes it, or what `only` says of it. See `Domain.delete`. */
  delete(options: DeleteOptions = {}): Promise<void> {
    return this.#domain.delete(this.name, options);
  }

  /** The whole item as it is now; `undefined` when it is gone. */
  refresh(options: ReadOptions = {}): Promise<Item | undefined> {
    return this.#domain.item(this.name, options);
  }

  /** Its kind, name and place: `Item 1579124585 of books in eu-west-1`. */
  toString(): string {
    return `Item ${this.name} of ${this.#domain.name} in ${this.region}`;
  }
}

/**
 * Whether the value is an {@link Item}, of whichever installed copy of this package.
 *
 * @example
 * ```ts
 * const names = things.filter(isItem).map(({ name }) => name);
 * ```
 */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
