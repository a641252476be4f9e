import { syntaxError } from './select-errors.js';

/** A piece of a select expression. `word` is a name or a keyword without quotes, `name` stands in backticks. */
export interface Token {
  readonly kind: 'word' | 'name' | 'value' | 'number' | 'symbol' | 'end';
  readonly text: string;
}

const PIECE =
  /\s*(?:(?<value>'(?:[^']|'')*'|"(?:[^"]|"")*")|(?<name>`(?:[^`]|``)+`)|(?<word>[A-Za-z_$][A-Za-z0-9_$]*)|(?<number>\d+)|(?<symbol><=|>=|!=|[=<>(),*]))/y;
const REST = /\s*$/y;

/** Takes a select expression to pieces. Throws {@link ApiError} where no piece can begin. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    if (!match) break;
    tokens.push(tokenOf(match.groups ?? {}));
    at = PIECE.lastIndex;
  }
  REST.lastIndex = at;
  if (!REST.test(text)) throw syntaxError();
  return [...tokens, { kind: 'end', text: '' }];
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token {
  const [kind, text] = Object.entries(groups).find((entry): entry is [string, string] => entry[1] !== undefined) ?? [
    'end',
    '',
  ];
  if (kind === 'value' || kind === 'name') return { kind, text: unquote(text) };
  return { kind: kind as Token['kind'], text };
}

/** A quote inside of quotes is written twice. */
function unquote(text: string): string {
  const quote = text.charAt(0);
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}
