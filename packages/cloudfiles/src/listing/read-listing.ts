import type { Field, FieldTypes, ListedEntry } from '@proj/core/store';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { withoutQuotes } from '../headers/numbers.js';

/** A row of a listing as the service writes it. */
export interface WireRow {
  readonly name?: string;
  readonly subdir?: string;
  readonly hash?: string;
  readonly bytes?: number;
  readonly content_type?: string;
  /** In UTC, which it does not say. */
  readonly last_modified?: string;
  /** Of an object in segments, whose `hash` is its manifest's. */
  readonly slo_etag?: string;
  readonly version_id?: string;
  readonly is_latest?: boolean;
}

const readers: { readonly [K in Field]?: (row: WireRow) => FieldTypes[K] } = {
  size: ({ bytes = 0 }) => bytes,
  modified: (row) => modifiedOf(row),
  etag: ({ slo_etag, hash }) => withoutQuotes(slo_etag ?? hash),
  contentType: ({ content_type = '' }) => content_type,
};

/** When an object of a row was written. */
export function modifiedOf({ last_modified }: WireRow): Date {
  return last_modified === undefined ? new Date(Number.NaN) : new Date(`${last_modified}Z`);
}

/** The entries of a page, each with the fields that are asked for and no others. @throws UnexpectedAnswerError */
export function entriesOf(rows: readonly unknown[], fields: readonly Field[], where: string): readonly ListedEntry[] {
  return (rows as readonly WireRow[]).map((row) => {
    if (typeof row?.subdir === 'string') return { prefix: row.subdir };
    if (typeof row?.name !== 'string') throw new UnexpectedAnswerError('list', where, 'has a row without a name');
    const entry: Record<string, unknown> = { name: row.name };
    for (const field of fields) entry[field] = readers[field]?.(row);
    return entry as ListedEntry;
  });
}
