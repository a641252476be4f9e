import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attr } from './attribute-name.js';
import { condition } from './condition.js';
import { select } from './select.js';
import type { SelectSubstitution } from './select-substitution.js';
import { isSelectTemplateError } from './select-template-error.js';
import { tokenize } from './tokenize.js';
import { writeTemplate } from './write-template.js';

/** A template's own texts and its substitutions in turn, and the pieces of an expression that they stand for. */
interface Written {
  readonly template: readonly (string | { readonly part: SelectSubstitution })[];
  readonly pieces: readonly Piece[];
}
type Piece = readonly [kind: string, text: string];

/** What an attacker would try, and everything else. */
const hostile = fc.constantFrom(
  "'",
  '"',
  '`',
  '\\',
  ')',
  '(',
  ' or ',
  "' or '1'='1",
  ' limit 1',
  '%',
  ',',
  ';',
  '--',
  '\n',
  '\0',
);
const anyText = fc.string({
  unit: fc.oneof(hostile, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
  maxLength: 30,
});
const name = anyText.filter((text) => text !== '');
const domainName = fc.stringMatching(/^[\w.-]{3,40}$/);

const literal = (text: string): Written => ({ template: [text], pieces: piecesOf(text) });
const named = (text: string): Written => ({ template: [{ part: attr(text) }], pieces: [['name', text]] });
const valued = (text: string): Written => ({ template: [{ part: text }], pieces: [['value', text]] });
const listed = (texts: readonly string[]): Written => ({
  template: [{ part: texts }],
  pieces: [['symbol', '('], ...commas(texts.map((text): Piece => ['value', text])), ['symbol', ')']],
});
const chain = (...all: readonly Written[]): Written => ({
  template: all.flatMap(({ template }) => template),
  pieces: all.flatMap(({ pieces }) => pieces),
});
const nested = (inner: Written): Written => ({
  template: [{ part: tagged(condition, inner) }],
  pieces: [['symbol', '('], ...inner.pieces, ['symbol', ')']],
});

const { any } = fc.letrec<{ any: Written; leaf: Written; pair: Written; inner: Written }>((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('pair'), tie('inner')),
  leaf: fc.oneof(
    fc
      .tuple(name, fc.constantFrom('=', '!=', '>', '>=', '<', '<=', 'like', ' not like '), anyText)
      .map(([a, is, b]) => chain(named(a), literal(is), valued(b))),
    fc
      .tuple(name, fc.array(anyText, { minLength: 1, maxLength: 4 }))
      .map(([a, all]) => chain(named(a), literal('in'), listed(all))),
    fc
      .tuple(name, anyText, anyText)
      .map(([a, b, c]) =>
        chain(literal('every('), named(a), literal(')between'), valued(b), literal('and'), valued(c)),
      ),
    name.map((a) => chain(literal('not '), named(a), literal('is null'))),
  ),
  pair: fc
    .tuple(tie('any'), fc.constantFrom('and', 'or', 'intersection'), tie('any'))
    .map(([a, word, b]) => chain(a, literal(word), b)),
  inner: tie('any').map(nested),
}));

test('an expression says what was put into it, and nothing else, whatever the names and values are', () => {
  fc.assert(
    fc.property(domainName, any, name, fc.nat(), (domain, where, by, limit) => {
      const whole = chain(
        literal('* from'),
        { template: [{ part: domain }], pieces: [['name', domain]] },
        literal('where'),
        where,
        literal('order by'),
        named(by),
        literal('desc limit'),
        { template: [{ part: limit }], pieces: [['number', String(limit)]] },
      );
      const query = tagged(select, whole);
      expect(piecesOf(query.text)).toEqual([['word', 'select'], ...whole.pieces]);
      expect(query.parts).toEqual({
        output: 'all',
        domain,
        orderBy: { attribute: by, descending: true },
        limit,
        where: expect.anything(),
      });
      const { start, end } = query.parts.where ?? { start: 0, end: 0 };
      expect(piecesOf(query.text.slice(start, end))).toEqual(where.pieces);
    }),
    { numRuns: 1_000 },
  );
});

test('pieces without a space between them do not grow together', () => {
  const own = fc
    .constantFrom('', ' ', "'x'", '"y"', '`z`', 'word', '5', '<', '=', '>', '!=', '(', ')', ',', "''", '""')
    .map(literal);
  const put = fc.oneof(name.map(named), anyText.map(valued));
  fc.assert(
    fc.property(fc.array(fc.oneof(own, put), { maxLength: 12 }), (all) => {
      const { strings, parts } = templateOf(chain(...all));
      expect(piecesOf(writeTemplate('select', '', strings, parts))).toEqual(all.flatMap(({ pieces }) => pieces));
    }),
    { numRuns: 2_000 },
  );
});

test('anything at all is quoted as one value or a list of them, or refused', () => {
  const anything = fc.anything({ withDate: true, withBigInt: true, withSparseArray: true, withNullPrototype: true });
  fc.assert(
    fc.property(anything, (part) => {
      const { strings, parts } = templateOf({
        template: ['a in ', { part: part as SelectSubstitution }, ' or b is null'],
        pieces: [],
      });
      try {
        const kinds = piecesOf(String(condition(strings, ...parts))).map(([kind, text]) =>
          kind === 'value' ? kind : text,
        );
        expect(kinds.join(' ')).toMatch(/^a in (?:value|\( value(?: , value)* \)) or b is null$/);
      } catch (error) {
        if (
          !isSelectTemplateError(error) &&
          !(error instanceof Error && /^(?:OptionError|CodecError)$/.test(error.name))
        )
          throw error;
      }
    }),
    { numRuns: 1_000 },
  );
});

function tagged<T>(
  tag: (strings: TemplateStringsArray, ...parts: readonly SelectSubstitution[]) => T,
  written: Written,
): T {
  const { strings, parts } = templateOf(written);
  return tag(strings, ...parts);
}

/** Own texts that follow each other get a space between them: in a template they would be one text. */
function templateOf({ template }: Written): { strings: TemplateStringsArray; parts: readonly SelectSubstitution[] } {
  const strings = [''];
  const parts: SelectSubstitution[] = [];
  for (const piece of template) {
    const own = strings.at(-1) ?? '';
    if (typeof piece === 'string') strings[strings.length - 1] = own === '' ? piece : `${own} ${piece}`;
    else parts.push(piece.part);
    if (typeof piece !== 'string') strings.push('');
  }
  return { strings: Object.assign(strings, { raw: strings }), parts };
}

function piecesOf(text: string): readonly Piece[] {
  return tokenize(text)
    .slice(0, -1)
    .map(({ kind, text: piece }): Piece => [kind, piece]);
}

function commas(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index): readonly Piece[] => (index === 0 ? [piece] : [['symbol', ','], piece]));
}
