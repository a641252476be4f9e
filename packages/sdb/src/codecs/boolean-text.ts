import type { Codec } from './codec.js';
import { CodecError } from './codec-error.js';

/**
 * Truth values as `true` and `false`, as boto writes them too; `false` sorts first.
 *
 * @example
 * ```ts
 * select`* from ${domain} where ${attr('done')} = ${booleanText.encode(false)}`;
 * ```
 */
export const booleanText: Codec<boolean> = {
  encode(value) {
    if (typeof value !== 'boolean') throw new CodecError('booleanText', 'encode', 'true and false');
    return String(value);
  },
  decode(text) {
    if (text !== 'true' && text !== 'false')
      throw new CodecError('booleanText', 'decode', "the texts 'true' and 'false'");
    return text === 'true';
  },
};
