import type { Printer } from '../host/printer.js';

const clearLine = '\r\u001b[K';

/** Tells a terminal how many regions have been heard of, on one line that is gone in the end. */
export class Progress {
  readonly #printer: Printer;
  readonly #all: number;
  readonly #heard = new Set<string>();

  constructor(printer: Printer, all: number) {
    this.#printer = printer;
    this.#all = all;
  }

  async heard(region: string): Promise<void> {
    this.#heard.add(region);
    if (this.#shows) await this.#printer.print(`${clearLine}${this.#heard.size} of ${this.#all} regions …`);
  }

  async end(): Promise<void> {
    if (this.#shows && this.#heard.size > 0) await this.#printer.print(clearLine);
  }

  get #shows(): boolean {
    return this.#printer.isTerminal && this.#all > 1;
  }
}
