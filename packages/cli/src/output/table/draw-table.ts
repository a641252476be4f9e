import type { Paint } from '../../host/style.js';
import { columnWidth, gap } from './choose-columns.js';
import type { Column, Row } from './row.js';
import { cut, widthOf } from './width.js';

/** Where a table is drawn. */
export interface Canvas {
  /** The terminal's columns; `undefined` where there is no terminal, and every cell is whole. */
  readonly columns: number | undefined;
  readonly paint: Paint;
}

/** The lines of a table, headings first. */
export function drawTable(columns: readonly Column[], rows: readonly Row[], { columns: room, paint }: Canvas): string {
  const widths = columns.map((column) =>
    room === undefined ? wholeWidth(column, rows) : Math.min(room, columnWidth(column, rows)),
  );
  const headings = lineOf(columns, widths, (column) => column.heading);
  const lines = rows.map((row) => lineOf(columns, widths, (column) => column.text(row)));
  return `${[paint('bold', headings), ...lines].join('\n')}\n`;
}

function lineOf(columns: readonly Column[], widths: readonly number[], textOf: (column: Column) => string): string {
  const cells = columns.map((column, at) => {
    const width = widths[at] ?? 0;
    const text = cut(textOf(column), width);
    const space = ' '.repeat(Math.max(0, width - widthOf(text)));
    return column.alignRight ? space + text : text + space;
  });
  return cells.join(' '.repeat(gap)).trimEnd();
}

function wholeWidth(column: Column, rows: readonly Row[]): number {
  return rows.reduce((most, row) => Math.max(most, widthOf(column.text(row))), widthOf(column.heading));
}
