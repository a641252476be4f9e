import { SelectSyntaxError } from './select-syntax-error.js';

/** A piece of a select expression, and where it stands in the text. */
export interface Token {
  /** A `word` is a keyword or a name without quotes, a `name` stands in backticks, a `value` in quotes. */
  readonly kind: 'word' | 'name' | 'value' | 'number' | 'symbol' | 'end';
  /** The text without its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /\s*/y;
const PLAIN = /(?<word>[A-Za-z_$][\w$]*)|(?<number>\d+)|(?<symbol><=|>=|!=|[=<>(),*])/y;

/**
 * Takes a select expression to pieces; the last is an `end` of no length.
 *
 * @throws SelectSyntaxError where no piece can begin, and where a quote has no end
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/QuotingRulesSelect.html
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = behindSpace(text, 0);
  while (at < text.length) {
    const token = /['"`]/.test(text.charAt(at)) ? quotedAt(text, at) : plainAt(text, at);
    tokens.push(token);
    at = behindSpace(text, token.end);
  }
  return [...tokens, { kind: 'end', text: '', start: at, end: at }];
}

function behindSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function quotedAt(text: string, start: number): Token {
  const quote = text.charAt(start);
  const close = closeOf(text, start);
  if (close < 0) throw new SelectSyntaxError(start, `another ${quote} behind the one`, 'a quote without an end');
  const inner = text.slice(start + 1, close).replaceAll(quote + quote, quote);
  return { kind: quote === '`' ? 'name' : 'value', text: inner, start, end: close + 1 };
}

/**
 * Where the quote at `start` is closed, or -1. Searched rather than matched: a pattern would try the quotes of a long text
 * in more ways than one.
 */
export function closeOf(text: string, start: number): number {
  const quote = text.charAt(start);
  let close = text.indexOf(quote, start + 1);
  while (close >= 0 && text.charAt(close + 1) === quote) close = text.indexOf(quote, close + 2);
  return close;
}

function plainAt(text: string, start: number): Token {
  PLAIN.lastIndex = start;
  const { word, number, symbol } = PLAIN.exec(text)?.groups ?? {};
  const end = PLAIN.lastIndex;
  if (word !== undefined) return { kind: 'word', text: word, start, end };
  if (number !== undefined) return { kind: 'number', text: number, start, end };
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, start, end };
  throw new SelectSyntaxError(start, 'a word, a quote or an operator', 'a character of no meaning');
}
