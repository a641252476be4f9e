import { hasName, ServiceSetError } from '@proj/core';
import type { Codec } from '../codecs/index.js';
import type { Attributes } from './attributes.js';

/**
 * An attribute was read as a single value, and has several.
 *
 * @example
 * ```ts
 * if (isManyValuesError(error)) console.log(error.attribute, error.values);
 * ```
 */
export class ManyValuesError extends ServiceSetError {
  override readonly name = 'ManyValuesError';
  /** The attribute's name. */
  readonly attribute: string;
  readonly values: readonly string[];

  constructor(attribute: string, values: readonly string[]) {
    super(`${JSON.stringify(attribute)} has ${values.length} values: read it as a list`);
    this.attribute = attribute;
    this.values = values;
  }
}

/**
 * Whether an error is a {@link ManyValuesError}, of this copy of the package or of another.
 *
 * @example
 * ```ts
 * const year = () => one(attributes, 'Year');
 * try { year(); } catch (error) { if (!isManyValuesError(error)) throw error; }
 * ```
 */
export function isManyValuesError(error: unknown): error is ManyValuesError {
  return hasName(error, 'ManyValuesError');
}

/**
 * The one value of an attribute, decoded where a codec is given; `undefined` where there is none.
 *
 * @throws ManyValuesError when it has several, CodecError for a text that the codec did not write
 *
 * @example
 * ```ts
 * const price = one(attributes, 'Price', paddedNumber({ digits: 6 }));
 * ```
 */
export function one(attributes: Attributes, name: string): string | undefined;
export function one<T>(attributes: Attributes, name: string, codec: Codec<T>): T | undefined;
export function one<T>(attributes: Attributes, name: string, codec?: Codec<T>): string | T | undefined {
  const values = Object.hasOwn(attributes, name) ? (attributes[name] ?? []) : [];
  const [value] = values;
  if (values.length > 1) throw new ManyValuesError(name, values);
  return value === undefined || codec === undefined ? value : codec.decode(value);
}
