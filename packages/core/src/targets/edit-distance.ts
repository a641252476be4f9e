/**
 * How many edits make a name fit a pattern: insert, delete or replace a character, or swap two neighbours.
 *
 * In the pattern, `*` takes any text for nothing and `?` any one character; both sides are compared as they are.
 * Swaps count once, since `wset` for `west` is the commonest slip.
 *
 * @example
 * ```ts
 * editDistance('eu-wset-1', 'eu-west-1'); // 1
 * editDistance('eu-wset-*', 'eu-west-1'); // 1
 * ```
 */
export function editDistance(pattern: string, name: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (let at = 0; at < pattern.length; at++) {
    const next = nextRow(pattern, at, name, row, before);
    before = row;
    row = next;
  }
  return row[name.length] ?? 0;
}

/** One row of the table (optimal string alignment): the distances of pattern[0..at] to every beginning of the name. */
function nextRow(
  pattern: string,
  at: number,
  name: string,
  above: readonly number[],
  before: readonly number[],
): number[] {
  const star = pattern[at] === '*';
  const row = [cell(above, 0) + (star ? 0 : 1)];
  for (let column = 1; column <= name.length; column++) {
    const left = cell(row, column - 1) + (star ? 0 : 1);
    const up = cell(above, column) + (star ? 0 : 1);
    const fits = star || pattern[at] === '?' || pattern[at] === name[column - 1];
    const across = cell(above, column - 1) + (fits ? 0 : 1);
    const swap = swapped(pattern, at, name, column) ? cell(before, column - 2) + 1 : Number.POSITIVE_INFINITY;
    row.push(Math.min(left, up, across, swap));
  }
  return row;
}

function swapped(pattern: string, at: number, name: string, column: number): boolean {
  return at > 0 && column > 1 && pattern[at] === name[column - 2] && pattern[at - 1] === name[column - 1];
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
