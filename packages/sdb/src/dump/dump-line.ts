import { type Attributes, attributesOf } from '../objects/attributes.js';
import { DumpFormatError } from './dump-format-error.js';

/**
 * A line of a dump: a domain, before its items, or one item.
 *
 * @example
 * ```ts
 * const line: DumpLine = { region: 'eu-west-1', domain: 'books', name: '1579124585', attributes: { Year: ['1979'] } };
 * ```
 */
export interface DumpLine {
  readonly region: string;
  readonly domain: string;
  /** The item's name; a line without it says that there is the domain. */
  readonly name?: string;
  readonly attributes?: Attributes;
}

/** As it is written, with the line feed that ends it. */
export function writeLine(line: DumpLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** @throws DumpFormatError for what is no line of a dump */
export function readLine(text: string, number: number): DumpLine {
  const line = parse(text, number);
  const { region, domain, name, attributes } = line;
  if (typeof region !== 'string' || typeof domain !== 'string') {
    throw new DumpFormatError(number, "has no text as its 'region' or its 'domain'");
  }
  if (name === undefined && attributes === undefined) return { region, domain };
  if (typeof name !== 'string' || !isAttributes(attributes)) {
    throw new DumpFormatError(number, "has no text as its 'name', or no lists of texts as its 'attributes'");
  }
  const pairs = Object.entries(attributes).flatMap(([Name, values]) => values.map((Value) => ({ Name, Value })));
  return { region, domain, name, attributes: attributesOf(pairs) };
}

function parse(text: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null && !Array.isArray(line)) return { ...line };
  } catch {
    // The parser's own message would show the text.
  }
  throw new DumpFormatError(number, 'is no object in JSON: is the file cut off, or of something else?');
}

function isAttributes(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((list) => Array.isArray(list) && list.every((text) => typeof text === 'string'));
}
