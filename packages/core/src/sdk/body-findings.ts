import { Buffer } from 'node:buffer';
import { endsWithRoot, rootOf } from './xml-root.js';

/** What a body has to be. */
export interface Expected {
  readonly format: 'query' | 'restXml' | 'json';
  readonly operation: string;
  /** The members that the body has to offer; none for an operation that answers nothing. */
  readonly members: readonly string[];
  /** Whether the answer's headers name the request, as those of AWS do. */
  readonly namesRequest: boolean;
}

/** What is wrong with the body of a successful answer, or `undefined`. The SDK would take all of these for an empty success. */
export function wrongBody(bytes: Uint8Array, expected: Expected): string | undefined {
  if (isBlank(bytes)) return expected.members.length > 0 ? blankFinding(expected) : undefined;
  return expected.format === 'json' ? wrongJson(bytes, expected) : wrongXml(bytes, expected);
}

/** Whether a body is a web page rather than a service's own words. */
export function isWebPage(bytes: Uint8Array): boolean {
  return rootOf(bytes)?.toLowerCase() === 'html';
}

function blankFinding({ format, namesRequest }: Expected): string | undefined {
  return format === 'json' && namesRequest ? undefined : 'empty';
}

function wrongXml(bytes: Uint8Array, { format, operation }: Expected): string | undefined {
  const root = rootOf(bytes);
  if (root === undefined) return 'no XML';
  const local = root.slice(root.indexOf(':') + 1);
  if (local.toLowerCase() === 'html') return 'html';
  if (format === 'query' && local !== `${operation}Response`) return `<${root}>`;
  if (format === 'restXml' && (local === 'Error' || local === 'ErrorResponse')) return `<${root}>`;
  return endsWithRoot(bytes, root) ? undefined : 'cut short';
}

function wrongJson(bytes: Uint8Array, { members, namesRequest }: Expected): string | undefined {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^\s*[{[]/.test(body.toString('utf8', 0, 64))) return isWebPage(bytes) ? 'html' : 'no JSON';
  if (namesRequest || members.length === 0) return undefined;
  return members.some((member) => body.includes(`"${member}"`)) ? undefined : 'JSON without any of its members';
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
