/** A row of a table: where it is from, and what it has. */
export interface Row {
  readonly region: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/** A column: its heading, and its text in a row. */
export interface Column {
  readonly heading: string;
  readonly alignRight: boolean;
  text(row: Row): string;
}
