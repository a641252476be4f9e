import { syntaxError } from './select-errors.js';
import { type Token, tokenize } from './tokenize.js';

const RESERVED: ReadonlySet<string> = new Set(
  'or and not from where select like null is order by asc desc in between intersection limit every'.split(' '),
);

/** Reads the pieces of a select expression one after another. Whatever is not there throws {@link ApiError}. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  /** Whether the next pieces are these keywords or symbols; they are taken if they are. */
  takes(...words: readonly string[]): boolean {
    if (!words.every((word, index) => this.#is(word, index))) return false;
    this.#at += words.length;
    return true;
  }

  /** Takes these, which must come next. */
  demand(...words: readonly string[]): void {
    if (!this.takes(...words)) throw syntaxError();
  }

  /** A name of an attribute or a domain: a keyword is one in backticks only. */
  name(): string {
    const { kind, text } = this.#next();
    if (kind === 'name' || (kind === 'word' && !RESERVED.has(text.toLowerCase()))) return text;
    throw syntaxError();
  }

  /** A value in quotes. */
  value(): string {
    const { kind, text } = this.#next();
    if (kind !== 'value') throw syntaxError();
    return text;
  }

  /** A whole number. */
  number(): number {
    const { kind, text } = this.#next();
    if (kind !== 'number') throw syntaxError();
    return Number(text);
  }

  /** What comes next, separated by commas. */
  list<T>(read: () => T): readonly T[] {
    const all = [read()];
    while (this.takes(',')) all.push(read());
    return all;
  }

  end(): void {
    if (this.#next().kind !== 'end') throw syntaxError();
  }

  #is(word: string, ahead: number): boolean {
    const token = this.#tokens[this.#at + ahead];
    return (token?.kind === 'word' || token?.kind === 'symbol') && token.text.toLowerCase() === word;
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw syntaxError();
    this.#at += 1;
    return token;
  }
}
