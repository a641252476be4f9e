import { closeOf } from './tokenize.js';

const QUOTE = /['"`]/g;

/** The quote that the text leaves open at its end, if there is one. */
export function openQuote(text: string): string | undefined {
  let at = 0;
  for (;;) {
    QUOTE.lastIndex = at;
    const start = QUOTE.exec(text)?.index;
    if (start === undefined) return undefined;
    const close = closeOf(text, start);
    if (close < 0) return text.charAt(start);
    at = close + 1;
  }
}
