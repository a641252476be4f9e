import type { Comparison, Expression, Operand, Test } from './expression.js';
import { syntaxError } from './select-errors.js';
import type { TokenReader } from './token-reader.js';

const COMPARATORS = ['=', '!=', '<=', '>=', '<', '>'] as const;
/** From the loosest to the tightest: `intersection` joins whole predicates, which `and` and `or` are made within. */
const LEVELS = ['intersection', 'or', 'and'] as const;
/** Deeper than any expression of 20 comparisons needs to be; a deeper one would end the stack. */
const MAX_DEPTH = 100;

/** Reads what stands after `where`. */
export function parseExpression(reader: TokenReader, level = 0, depth = 0): Expression {
  if (depth > MAX_DEPTH) throw syntaxError();
  const kind = LEVELS[level];
  if (kind === undefined) return parseTerm(reader, depth);
  const parts = [parseExpression(reader, level + 1, depth)];
  while (reader.takes(kind)) parts.push(parseExpression(reader, level + 1, depth));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind, parts };
}

function parseTerm(reader: TokenReader, depth: number): Expression {
  if (reader.takes('not')) {
    if (depth > MAX_DEPTH) throw syntaxError();
    return { kind: 'not', of: parseTerm(reader, depth + 1) };
  }
  if (!reader.takes('(')) return parseComparison(reader);
  const inside = parseExpression(reader, 0, depth + 1);
  reader.demand(')');
  return inside;
}

function parseComparison(reader: TokenReader): Comparison {
  const operand = parseOperand(reader);
  return { kind: 'comparison', operand, test: parseTest(reader) };
}

function parseOperand(reader: TokenReader): Operand {
  if (reader.takes('itemname', '(', ')')) return { attribute: undefined, every: false };
  if (!reader.takes('every', '(')) return { attribute: reader.name(), every: false };
  const attribute = reader.name();
  reader.demand(')');
  return { attribute, every: true };
}

function parseTest(reader: TokenReader): Test {
  for (const op of COMPARATORS) if (reader.takes(op)) return { op, value: reader.value() };
  if (reader.takes('like')) return { op: 'like', value: reader.value() };
  if (reader.takes('not', 'like')) return { op: 'not like', value: reader.value() };
  if (reader.takes('is', 'null')) return { op: 'is null' };
  if (reader.takes('is', 'not', 'null')) return { op: 'is not null' };
  if (reader.takes('between')) return parseBetween(reader);
  reader.demand('in', '(');
  const values = reader.list(() => reader.value());
  reader.demand(')');
  return { op: 'in', values };
}

function parseBetween(reader: TokenReader): Test {
  const low = reader.value();
  reader.demand('and');
  return { op: 'between', low, high: reader.value() };
}
