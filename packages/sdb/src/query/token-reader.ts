import { SelectSyntaxError } from './select-syntax-error.js';
import { type Token, tokenize } from './tokenize.js';

/** Words that are no names unless they stand in backticks. */
const RESERVED: ReadonlySet<string> = new Set(
  'or and not from where select like null is order by asc desc in between intersection limit every'.split(' '),
);

/** Reads the pieces of a select expression one after another; what is not as demanded throws {@link SelectSyntaxError}. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  /** The piece that comes next; behind the last there is always the end. */
  get next(): Token {
    // The end is never taken, so that there is always a next one.
    return this.#tokens[this.#at] as Token;
  }

  /** Whether these keywords or symbols come next. They are taken if they do, all or none. */
  takes(...words: readonly string[]): boolean {
    if (!words.every((word, ahead) => isWord(this.#tokens[this.#at + ahead], word))) return false;
    this.#at += words.length;
    return true;
  }

  /** Takes this keyword or symbol, which must come next. */
  demand(word: string): void {
    if (!this.takes(word)) throw this.expected(`'${word}'`);
  }

  /** Takes the next piece, whatever it is. */
  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  /** Takes a name of an attribute or a domain. */
  name(): string {
    const { kind, text } = this.next;
    const isName = kind === 'name' ? text !== '' : kind === 'word' && !RESERVED.has(text.toLowerCase());
    if (!isName) throw this.expected('a name');
    return this.take().text;
  }

  /** Takes a number of JavaScript's whole ones. */
  number(): number {
    const { kind, text } = this.next;
    if (kind !== 'number' || !Number.isSafeInteger(Number(text))) throw this.expected('a whole number');
    return Number(this.take().text);
  }

  /** Takes names with commas between them. */
  names(): readonly string[] {
    const all = [this.name()];
    while (this.takes(',')) all.push(this.name());
    return all;
  }

  end(): void {
    if (this.next.kind !== 'end') throw this.expected('its end');
  }

  /** The error that says what should have come next, and what has. */
  expected(what: string): SelectSyntaxError {
    return new SelectSyntaxError(this.next.start, what, shown(this.next));
  }
}

/** Whether the piece is this keyword, in whatever case, or this symbol. */
export function isWord(token: Token | undefined, word: string): boolean {
  return (token?.kind === 'word' || token?.kind === 'symbol') && token.text.toLowerCase() === word;
}

/** What may stand in a message: values are the user's own affair. */
function shown({ kind, text }: Token): string {
  if (kind === 'end') return 'its end';
  if (kind === 'value') return 'a value';
  return kind === 'name' ? 'a name in backticks' : `'${text}'`;
}
