/** @typedef {{ text: string, align?: 'left' | 'right', style?: (text: string) => string }} Cell */

/**
 * Rows in columns as wide as they need to be. Cells are plain text; their style is put on when they have been measured.
 * @param {readonly (readonly Cell[])[]} rows
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.text.length ?? 0)));
  return rows.map((row) => line(row, widths)).join('\n');
}

/**
 * @param {readonly Cell[]} row
 * @param {readonly number[]} widths
 */
function line(row, widths) {
  const cells = row.map(({ text, align = 'left', style = (/** @type {string} */ plain) => plain }, column) => {
    const width = column === row.length - 1 && align === 'left' ? 0 : (widths[column] ?? 0);
    return style(align === 'left' ? text.padEnd(width) : text.padStart(width));
  });
  return `  ${cells.join('  ')}`.trimEnd();
}
