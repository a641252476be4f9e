/**
 * Writes values of one type as texts, and reads them back: SimpleDB has nothing but texts, and compares their bytes.
 *
 * @example
 * ```ts
 * const yesNo: Codec<boolean> = { encode: (value) => (value ? 'yes' : 'no'), decode: (text) => text === 'yes' };
 * ```
 */
export interface Codec<T> {
  /** The text that stands for the value. Throws {@link CodecError} for a value that has none. */
  encode(value: T): string;
  /** The value that the text stands for. Throws {@link CodecError} for a text that the codec does not write. */
  decode(text: string): T;
}
