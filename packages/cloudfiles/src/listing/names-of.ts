import type { ListedObject } from '@proj/core/store';

const backslash = 92;

/**
 * The names of a page of which nothing else is wanted. They are found without reading the rest, of which there is several times as much: inside of a text of JSON there is
 * no quote without a backslash before it, so that what looks like the member `name` is one.
 *
 * `undefined` for a page of which that is not certain: it is for `JSON.parse` to read, or to say what is wrong with it.
 */
export function namesOf(page: string): readonly ListedObject[] | undefined {
  const [lead] = /"name":\s*"/.exec(page) ?? [];
  if (lead === undefined || !page.startsWith('[') || !page.endsWith('}]')) return undefined;
  const names: ListedObject[] = [];
  for (let at = page.indexOf(lead); at >= 0; ) {
    const start = at + lead.length;
    const end = endOfText(page, start);
    if (end < 0) return undefined;
    names.push({ name: textOf(page, start, end) });
    at = page.indexOf(lead, end);
  }
  return names.length === rowsIn(page) ? names : undefined;
}

/** How many rows begin: also a brace at the end of a text has a quote behind it, but no name and colon. */
function rowsIn(page: string): number {
  let count = 0;
  const row = /\{\s*"[a-z_]+":/g;
  while (row.test(page)) count += 1;
  return count;
}

function endOfText(page: string, start: number): number {
  let end = page.indexOf('"', start);
  while (end >= 0 && page.charCodeAt(end - 1) === backslash && isEscaped(page, end)) end = page.indexOf('"', end + 1);
  return end;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(page: string, at: number): boolean {
  let before = at;
  while (page.charCodeAt(before - 1) === backslash) before -= 1;
  return (at - before) % 2 === 1;
}

/** A copy: a part of the page would keep all of it in memory. */
function textOf(page: string, start: number, end: number): string {
  return JSON.parse(page.slice(start - 1, end + 1)) as string;
}
