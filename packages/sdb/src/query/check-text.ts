import { OptionError } from '@proj/core';
import { isTooLong, maxTextBytes, tooLong } from '../client/limits/text-limit.js';

/** Half of a character behind U+FFFF: it has no UTF-8, and would be sent as U+FFFD. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Refuses what no item and no attribute can be named: 1 to 1,024 bytes of UTF-8.
 *
 * @param of what the name is of, for the message
 * @throws LimitError for more bytes, OptionError for no text, no character, or half a character
 *
 * @example
 * ```ts
 * checkName('item', 'B000T9886K');
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 */
export function checkName(of: 'item' | 'attribute', name: unknown): asserts name is string {
  checkText(`${of} name`, name);
  if (name === '') throw new OptionError(`the ${of} name is empty: it has 1 to ${maxTextBytes} bytes of UTF-8`);
}

/**
 * Refuses what no attribute can have as a value: a text of at most 1,024 bytes of UTF-8; the empty one is a value.
 *
 * @throws LimitError for more bytes, OptionError for no text or half a character
 *
 * @example
 * ```ts
 * checkValue('The Right Stuff');
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html
 */
export function checkValue(value: unknown): asserts value is string {
  checkText('value', value);
}

function checkText(limit: string, text: unknown): asserts text is string {
  if (typeof text !== 'string') {
    const type = text === null ? 'null' : typeof text;
    throw new OptionError(`the ${limit} is of the type ${type}, and takes a string: encode it first`);
  }
  if (isTooLong(text)) throw tooLong(limit, text);
  if (LONE_SURROGATE.test(text)) {
    throw new OptionError(`the ${limit} has half a surrogate pair, which has no UTF-8: cut texts between characters`);
  }
}
