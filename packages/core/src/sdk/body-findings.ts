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

/** Whether an error's body is a web page rather than the service's own words. */
export function isWebPage(bytes: Uint8Array): boolean {
  return rootOf(textStart(bytes))?.toLowerCase() === 'html';
}

function blankFinding({ format, namesRequest }: Expected): string | undefined {
  return format === 'json' && namesRequest ? undefined : 'empty';
}

function wrongXml(bytes: Uint8Array, { format, operation }: Expected): string | undefined {
  const root = rootOf(textStart(bytes));
  if (root === undefined) return 'no XML';
  const local = root.slice(root.indexOf(':') + 1);
  if (local.toLowerCase() === 'html') return 'html';
  if (format === 'query' && local !== `${operation}Response`) return `<${root}>`;
  if (format === 'restXml' && (local === 'Error' || local === 'ErrorResponse')) return `<${root}>`;
  return endsWith(bytes, root) ? undefined : 'cut short';
}

function wrongJson(bytes: Uint8Array, { members, namesRequest }: Expected): string | undefined {
  const start = textStart(bytes).trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return isWebPage(bytes) ? 'html' : 'no JSON';
  if (namesRequest || members.length === 0) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return members.some((member) => text.includes(`"${member}"`)) ? undefined : 'JSON without any of its members';
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

const prologLength = 4_096;

function textStart(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, prologLength)).toString('utf8');
}

/** The name of the first element, after declaration, document type and comments. */
function rootOf(text: string): string | undefined {
  const declared = /^\s*<!doctype\s+(html)\b/i.exec(text.replace(/^\uFEFF/, ''));
  return declared?.[1] ?? /^\uFEFF?(?:\s|<\?[^>]*\?>|<![^>]*>)*<([A-Za-z_][\w.:-]*)/.exec(text)?.[1];
}

/** Whether the last thing in the body closes its root. */
function endsWith(bytes: Uint8Array, root: string): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(-(root.length + 64))
    .toString('utf8')
    .trimEnd();
  return tail.endsWith('>') && (tail.replace(/\s*>$/, '').endsWith(`</${root}`) || isSelfClosed(bytes, root));
}

function isSelfClosed(bytes: Uint8Array, root: string): boolean {
  const text = textStart(bytes).trimEnd();
  return text.endsWith('/>') && text.lastIndexOf('<') === text.indexOf(`<${root}`);
}
