import { LimitError } from './limit-error.js';

/** Bytes of UTF-8 that a name of an item, a name of an attribute and a value may have. */
export const maxTextBytes = 1_024;

/** The most bytes that a UTF-16 unit can take in UTF-8. */
const bytesPerUnit = 3;

/** Whether a text has more bytes than it may have. Most are judged by their length alone; only those in between are counted. */
export function isTooLong(text: string): boolean {
  if (text.length * bytesPerUnit <= maxTextBytes) return false;
  return text.length > maxTextBytes || Buffer.byteLength(text) > maxTextBytes;
}

/** The error for such a text, which itself stays out of the message: it may be long, or nobody's business. */
export function tooLong(limit: string, text: string, where = ''): LimitError {
  const actual = Buffer.byteLength(text);
  const message = `${where}at most ${maxTextBytes} bytes of UTF-8 for each ${limit}; there are ${actual}: shorten it`;
  return new LimitError(message, limit, actual, maxTextBytes);
}
