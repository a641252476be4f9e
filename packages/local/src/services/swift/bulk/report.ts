import type { Answer } from '../../../wire/answer.js';
import { escapeXml } from '../../../wire/escape-xml.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';

/** The forms that a report comes in. */
export type BulkFormat = 'text/plain' | 'application/json' | 'application/xml' | 'text/xml';

/** A name, as it would stand in a URL, and what went wrong with it. */
export type Problem = readonly [name: string, status: string];

const FORMATS: readonly BulkFormat[] = ['text/plain', 'application/json', 'application/xml', 'text/xml'];

/** The form that a report is asked for; one in plain text where nothing else is. Throws {@link SwiftError} for others. */
export function readBulkFormat(call: SwiftCall): BulkFormat {
  const accept = call.header('accept');
  if (accept === undefined || accept === '') return 'text/plain';
  const types = accept.split(',').map((one) => one.split(';')[0]?.trim().toLowerCase());
  const found = types.flatMap((type) => FORMATS.filter((format) => format === type))[0];
  if (found) return found;
  if (types.some((type) => type === '*/*' || type === 'text/*')) return 'text/plain';
  throw new SwiftError(406);
}

/** A report as it is written. */
export function reportText(
  format: BulkFormat,
  fields: Readonly<Record<string, string | number>>,
  problems: readonly Problem[],
  root: 'delete' | 'extract' | 'upload',
): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  if (format === 'application/json') return JSON.stringify({ ...fields, Errors: problems });
  if (format === 'text/plain') {
    const lines = sorted.map(([name, value]) => `${name}: ${value}\n`);
    return [...lines, 'Errors:\n', ...problems.map(([name, status]) => `${name}, ${status}\n`)].join('');
  }
  const elements = sorted.map(([name, value]) => {
    const element = name.replaceAll(' ', '_').toLowerCase();
    return `<${element}>${escapeXml(String(value))}</${element}>\n`;
  });
  const errors = problems.map(
    ([name, status]) => `<object><name>${escapeXml(name)}</name><status>${escapeXml(status)}</status></object>\n`,
  );
  return `<${root}>\n${elements.join('')}<errors>\n${errors.join('')}</errors>\n</${root}>\n`;
}

/** A report as an answer. */
export function reportAnswer(status: number, format: BulkFormat, text: string): Answer {
  return { status, headers: { 'content-type': format }, body: Buffer.from(text) };
}
