import { ShorthandError } from './syntax-error.js';

/** A place in a text that is being read. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** The character here; empty at the end. */
  get next(): string {
    return this.text[this.at] ?? '';
  }

  /** Reads what the pattern (sticky) finds here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  skipSpace(): void {
    this.match(/\s*/y);
  }

  /** Reads one character and the spaces around it, if it is here. */
  take(character: string): boolean {
    const before = this.at;
    this.skipSpace();
    if (this.next !== character) {
      this.at = before;
      return false;
    }
    this.at += 1;
    this.skipSpace();
    return true;
  }

  expect(character: string): void {
    if (!this.take(character)) this.fail(`'${character}'`);
  }

  fail(expected: string): never {
    throw new ShorthandError(this.text, this.at, expected);
  }
}
