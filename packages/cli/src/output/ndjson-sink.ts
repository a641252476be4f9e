import type { Printer } from '../host/printer.js';
import type { TakeRows } from '../pages/rows.js';
import { plainValue } from './plain-value.js';
import type { Sink } from './sink.js';
import { visibleJson } from './visible.js';
import { withRegion } from './with-region.js';

/** A line for each row, as pages arrive. */
export class NdjsonSink implements Sink {
  readonly #printer: Printer;
  readonly #rows: TakeRows;

  constructor(printer: Printer, rows: TakeRows) {
    this.#printer = printer;
    this.#rows = rows;
  }

  async take(region: string, answer: object): Promise<void> {
    const lines = this.#rows(answer).map((row) => JSON.stringify(withRegion(region, plainValue(row) as object)));
    await this.#printer.print(visibleJson(lines.map((line) => `${line}\n`).join('')));
  }

  end(): void {}
}
