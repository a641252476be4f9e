import type { Common } from '../command-line/common.js';
import type { Host } from '../host/host.js';
import type { Printer } from '../host/printer.js';
import { paintFor } from '../host/style.js';
import { plainValue } from '../output/plain-value.js';
import { cellText } from '../output/table/cell-text.js';
import { drawTable } from '../output/table/draw-table.js';
import type { Column, Row } from '../output/table/row.js';
import type { RegionRow } from './region-rows.js';

const headings = ['Region', 'Description', 'OptIn', 'In', 'Reason', 'Source'] as const;

/** The regions in one of the forms of output. */
export function regionsText(
  rows: readonly RegionRow[],
  output: Common['output'],
  printer: Printer,
  host: Host,
): string {
  if (output === 'json') return `${JSON.stringify(rows.map(plainValue), undefined, 4)}\n`;
  if (output === 'ndjson') return rows.map((row) => `${JSON.stringify(plainValue(row))}\n`).join('');
  const columns = headings.map(columnOf);
  const drawn = rows.map((row): Row => ({ region: row.Region, members: { ...row } }));
  return drawTable(columns, drawn, { columns: printer.columns, paint: paintFor(printer, host) });
}

function columnOf(heading: string): Column {
  return { heading, alignRight: false, text: ({ members }) => cellText(members[heading]) };
}
