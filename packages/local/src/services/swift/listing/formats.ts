import type { Answer } from '../../../wire/answer.js';
import { escapeXml } from '../../../wire/escape-xml.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { defined, type Headers } from '../wire/answers.js';

/** A row of a listing: what has the field `subdir` stands for several names, all others have a `name`. */
export type Row = Readonly<Record<string, string | number | boolean | undefined>>;

/** The names of the elements of a listing in XML. */
export interface Elements {
  readonly root: 'account' | 'container';
  readonly rootName: string;
  readonly row: 'container' | 'object';
}

/** The type of a listing, by which its form is known. */
export type Format = 'text/plain' | 'application/json' | 'application/xml' | 'text/xml';

const NAMED: ReadonlyMap<string, Format> = new Map([
  ['plain', 'text/plain'],
  ['json', 'application/json'],
  ['xml', 'application/xml'],
]);
const FORMATS: readonly Format[] = [...NAMED.values(), 'text/xml'];

/** The format that a listing is asked for. Throws {@link SwiftError} where only others are accepted. */
export function readFormat(call: SwiftCall): Format {
  const asked = NAMED.get(call.query('format')?.toLowerCase() ?? '');
  if (asked) return asked;
  const accept = call.header('accept');
  if (accept === undefined || accept === '' || /\*\/\*/.test(accept)) return firstNamed(accept ?? '') ?? 'text/plain';
  const named = firstNamed(accept) ?? (/text\/\*/.test(accept) ? 'text/plain' : undefined);
  if (!named) throw new SwiftError(406);
  return named;
}

/** A listing in that format; one in plain text that is empty has no body, nor the usual status. */
export function listingAnswer(format: Format, rows: readonly Row[], elements: Elements, headers: Headers): Answer {
  const body = Buffer.from(write(format, rows, elements));
  const type = { 'content-type': `${format}; charset=utf-8` };
  return { status: body.length === 0 ? 204 : 200, headers: { ...defined(headers), ...type }, body };
}

function firstNamed(accept: string): Format | undefined {
  for (const one of accept.split(',')) {
    const type = one.split(';')[0]?.trim().toLowerCase();
    const format = FORMATS.find((known) => known === type);
    if (format) return format;
  }
  return undefined;
}

function write(format: Format, rows: readonly Row[], elements: Elements): string {
  if (format === 'application/json') return JSON.stringify(rows);
  if (format === 'text/plain') return rows.map((row) => `${row['name'] ?? row['subdir']}\n`).join('');
  const { root, rootName } = elements;
  const inner = rows.map((row) => element(row, elements));
  const name = escapeXml(rootName);
  const start = '<?xml version="1.0" encoding="UTF-8"?>';
  if (root === 'account') return [start, `<account name="${name}">`, ...inner, '</account>'].join('\n');
  return `${start}\n<container name="${name}"${inner.length > 0 ? `>${inner.join('')}</container>` : ' />'}`;
}

function element(row: Row, { row: kind }: Elements): string {
  const subdir = row['subdir'];
  if (subdir !== undefined) {
    const name = escapeXml(String(subdir));
    return `<subdir name="${name}"><name>${name}</name></subdir>`;
  }
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  const inner = fields.map(([field, value]) => `<${field}>${escapeXml(String(value))}</${field}>`).join('');
  return `<${kind}>${inner}</${kind}>`;
}
