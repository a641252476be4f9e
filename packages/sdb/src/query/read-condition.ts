import type { TextSpan } from './select-parts.js';
import { isWord, type TokenReader } from './token-reader.js';

/** Words that stand outside of every condition. */
const CLAUSES: readonly string[] = ['select', 'from', 'where', 'order', 'by', 'asc', 'desc', 'limit'];

/**
 * Takes a condition: all pieces up to one of the words that may follow it, or to the end.
 *
 * Its parentheses are balanced and it has no word of another clause, so that no condition reaches out of its place.
 *
 * @throws SelectSyntaxError for an empty one, and for one that would not stay in its place
 */
export function readCondition(reader: TokenReader, followers: readonly string[]): TextSpan {
  const { start } = reader.next;
  let end = start;
  let depth = 0;
  while (reader.next.kind !== 'end' && !(depth === 0 && followers.some((word) => isWord(reader.next, word)))) {
    if (CLAUSES.some((word) => isWord(reader.next, word))) throw reader.expected('a condition without other clauses');
    if (isWord(reader.next, ')') && depth === 0) throw reader.expected("a '(' before the ')'");
    const token = reader.take();
    depth += isWord(token, '(') ? 1 : isWord(token, ')') ? -1 : 0;
    end = token.end;
  }
  if (end === start) throw reader.expected('a condition');
  if (depth > 0) throw reader.expected("')'");
  return { start, end };
}
