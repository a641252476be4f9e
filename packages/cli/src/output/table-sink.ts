import type { Printer } from '../host/printer.js';
import type { Paint } from '../host/style.js';
import type { TakeRows } from '../pages/rows.js';
import type { Sink } from './sink.js';
import { chooseColumns } from './table/choose-columns.js';
import { drawTable } from './table/draw-table.js';
import type { Row } from './table/row.js';

/** What a table is of. */
export interface TableOf {
  readonly rows: TakeRows;
  /** What a row is, in the singular: `Volume`. */
  readonly noun: string;
}

/** A table, printed when all regions have answered: only then are its columns and their widths known. */
export class TableSink implements Sink {
  readonly #printer: Printer;
  readonly #paint: Paint;
  readonly #of: TableOf;
  readonly #rows = new Map<string, Row[]>();

  constructor(printer: Printer, paint: Paint, of: TableOf) {
    this.#printer = printer;
    this.#paint = paint;
    this.#of = of;
  }

  take(region: string, answer: object): void {
    const rows = this.#rows.get(region) ?? [];
    this.#rows.set(region, rows);
    for (const row of this.#of.rows(answer)) rows.push({ region, members: row as Row['members'] });
  }

  async end(regions: readonly string[]): Promise<void> {
    const rows = regions.flatMap((region) => this.#rows.get(region) ?? []);
    if (rows.length === 0) return;
    const { columns } = this.#printer;
    await this.#printer.print(
      drawTable(chooseColumns(rows, this.#of.noun, columns), rows, { columns, paint: this.#paint }),
    );
  }
}
