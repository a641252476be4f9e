import { cellText } from './cell-text.js';
import { nameTag } from './name-tag.js';
import { rankOf } from './rank.js';
import type { Column, Row } from './row.js';
import { widthOf } from './width.js';

/** No cell is wider than this on a terminal. */
const widest = 44;
/** Between columns. */
export const gap = 2;
/** How many columns there are beside the region where no terminal sets a limit. */
const mostUnlimited = 8;

const region: Column = { heading: 'Region', alignRight: false, text: (row) => row.region };

/**
 * The columns of a table: the region, then what tells rows apart best, as many as there is room for.
 *
 * `noun`: what a row is, in the singular. `room`: the terminal's columns; `undefined` where there is no terminal.
 */
export function chooseColumns(rows: readonly Row[], noun: string, room: number | undefined): readonly Column[] {
  const ranked = candidates(rows, noun).sort((a, b) => a.rank - b.rank);
  const chosen: Column[] = [region];
  let left = (room ?? Number.POSITIVE_INFINITY) - columnWidth(region, rows);
  for (const { column } of ranked) {
    const width = gap + columnWidth(column, rows);
    if (width > left || (room === undefined && chosen.length > mostUnlimited)) continue;
    chosen.push(column);
    left -= width;
  }
  return chosen;
}

interface Candidate {
  readonly column: Column;
  readonly rank: number;
}

function candidates(rows: readonly Row[], noun: string): Candidate[] {
  const names = new Set(rows.flatMap(({ members }) => Object.keys(members)));
  const named = names.has('Name') || !rows.some(({ members }) => nameTag(members) !== undefined);
  const found = [...names].map((name) => candidate(name, rows, noun)).filter((one) => one !== undefined);
  return named ? found : [...found, { column: nameColumn, rank: rankOf('Name', noun, false) }];
}

const nameColumn: Column = {
  heading: 'Name',
  alignRight: false,
  text: ({ members }) => cellText(nameTag(members)),
};

/** A member as a column, unless it is empty everywhere or tells nothing that fits into a cell. */
function candidate(name: string, rows: readonly Row[], noun: string): Candidate | undefined {
  const values = rows.map(({ members }) => members[name]).filter((value) => value !== undefined && value !== null);
  const texts = values.map(cellText);
  if (texts.every((text) => text === '' || text === '…') || isTags(name)) return undefined;
  const heading = name === 'Region' ? 'OwnRegion' : name;
  const alignRight = values.every((value) => typeof value === 'number');
  const column = { heading, alignRight, text: ({ members }: Row) => cellText(members[name]) };
  return { column, rank: rankOf(name, noun, values[0] instanceof Date) + (isNested(values[0]) ? 0.5 : 0) };
}

function isTags(name: string): boolean {
  return /^(Tags|TagList|TagSet|tags)$/.test(name);
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && !(value instanceof Date);
}

/** How wide a column is on a terminal. */
export function columnWidth(column: Column, rows: readonly Row[]): number {
  const widths = rows.map((row) => widthOf(column.text(row)));
  return Math.min(
    widest,
    widths.reduce((most, width) => Math.max(most, width), widthOf(column.heading)),
  );
}
