import { ApiError } from '../../../wire/api-error.js';

// What XML 1.0 can carry: a lone surrogate is no character.
const LEGAL = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/** Throws {@link ApiError} `InvalidMessageContents` for a text that SQS cannot carry. */
export function checkText(value: string): void {
  if (LEGAL.test(value)) return;
  throw new ApiError(
    'InvalidMessageContents',
    'Invalid binary character was found in the message body, the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
  );
}
