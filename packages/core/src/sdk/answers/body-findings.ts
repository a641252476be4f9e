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
  if (isBlank(bytes)) return isBlankWrong(expected) ? 'empty' : undefined;
  return expected.format === 'json' ? wrongJson(bytes, expected) : wrongXml(bytes, expected);
}

/** What is wrong with the body of an answer that is an error: it is a page, or not even of the service's format. */
export function wrongErrorBody(bytes: Uint8Array, format: Expected['format']): string | undefined {
  if (isBlank(bytes)) return undefined;
  if (isWebPage(bytes)) return 'html';
  const root = rootOf(bytes);
  if (format === 'json') return startsAsJson(bytes) ? undefined : foundInstead(root, 'no JSON');
  return root === undefined ? 'no XML' : undefined;
}

function isWebPage(bytes: Uint8Array): boolean {
  return rootOf(bytes)?.toLowerCase() === 'html';
}

/** The query protocols answer with a root also where there is nothing to say. */
function isBlankWrong({ format, members, namesRequest }: Expected): boolean {
  if (format === 'query') return true;
  return members.length > 0 && !(format === 'json' && namesRequest);
}

function wrongXml(bytes: Uint8Array, { format, operation }: Expected): string | undefined {
  const root = rootOf(bytes);
  if (root === undefined) return 'no XML';
  const local = root.slice(root.indexOf(':') + 1);
  if (local.toLowerCase() === 'html') return 'html';
  const isOwn = format === 'query' ? local === `${operation}Response` : !isErrorRoot(local, bytes);
  if (!isOwn) return withCode(`<${root}>`, bytes);
  return endsWithRoot(bytes, root) ? undefined : 'cut short';
}

/** A `<Response>` of EC2's errors has nothing but `<Errors>` in it; other services may answer with a `<Response>` of their own. */
function isErrorRoot(local: string, bytes: Uint8Array): boolean {
  if (local === 'Response') return /<Response[^<>]*>\s*<Errors[\s/>]/.test(textOf(bytes, 512));
  return local === 'Error' || local === 'Errors' || local === 'ErrorResponse';
}

/** With the code of an error envelope, where there is one. */
function withCode(found: string, bytes: Uint8Array): string {
  const [, code] = /<Code>([\w.:-]{1,100})<\/Code>/.exec(textOf(bytes, 2_048)) ?? [];
  return code === undefined ? found : `${found} with the error ${code}`;
}

function wrongJson(bytes: Uint8Array, { members, namesRequest }: Expected): string | undefined {
  if (!startsAsJson(bytes)) return isWebPage(bytes) ? 'html' : foundInstead(rootOf(bytes), 'no JSON');
  const text = textOf(bytes);
  if (!/[}\]]\s*$/.test(text)) return 'cut short';
  if (/^\s*\[/.test(text)) return 'a list';
  if (members.some((member) => text.includes(`"${member}"`))) return undefined;
  const [, error] = /^\s*\{\s*"__type"\s*:\s*"([^"]{1,200})"/.exec(text) ?? [];
  if (error !== undefined) return `the error ${error}`;
  return namesRequest || members.length === 0 ? undefined : 'JSON without any of its members';
}

function startsAsJson(bytes: Uint8Array): boolean {
  return /^\s*[{[]/.test(textOf(bytes, 64));
}

function foundInstead(root: string | undefined, otherwise: string): string {
  return root === undefined ? otherwise : `<${root}>`;
}

function textOf(bytes: Uint8Array, length: number = bytes.byteLength): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('utf8');
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
