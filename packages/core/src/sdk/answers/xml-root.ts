import { Buffer } from 'node:buffer';

/** What may stand before a root and behind it, beside white space. The longer opening comes first. */
const asides = [
  { opens: '<!--', closes: '-->' },
  { opens: '<?', closes: '?>' },
  { opens: '<!', closes: '>' },
] as const;

const startLength = 4_096;

/** The name of the root element of a document, with its prefix; `html` where the document type says so. */
export function rootOf(bytes: Uint8Array): string | undefined {
  const root = rootIn(text(bytes.subarray(0, startLength)));
  return root !== undefined || bytes.byteLength <= startLength ? root : rootIn(text(bytes));
}

/** Whether a document ends where its root does. One that was cut never does. */
export function endsWithRoot(bytes: Uint8Array, root: string): boolean {
  const whole = buffer(bytes);
  const end = whole.lastIndexOf(`</${root}`);
  if (end === -1) return isSelfClosed(text(bytes));
  const [close] = /^\s*>/.exec(text(whole.subarray(end + root.length + 2))) ?? [];
  if (close === undefined) return false;
  return isAside(text(whole.subarray(end + root.length + 2 + close.length)));
}

function rootIn(start: string): string | undefined {
  const at = afterAsides(start);
  if (documentType.test(start.slice(at))) return 'html';
  return /^<([A-Za-z_][\w.:-]*)/.exec(start.slice(at))?.[1];
}

const documentType = /^<!doctype\s+html\b/i;

function isSelfClosed(document: string): boolean {
  const from = document.slice(afterAsides(document));
  const [root] = /^<[\w.:-]+(?:\s[^<>]*)?\/>/.exec(from) ?? [];
  return root !== undefined && isAside(from.slice(root.length));
}

function isAside(behind: string): boolean {
  return afterAsides(behind) === behind.length;
}

/** Where comments, declarations and white space end; a page's document type is none of them. */
function afterAsides(document: string): number {
  let at = document.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    while (/\s/.test(document.charAt(at))) at += 1;
    const aside = asides.find(({ opens }) => document.startsWith(opens, at));
    if (aside === undefined || documentType.test(document.slice(at, at + 64))) return at;
    const end = document.indexOf(aside.closes, at + aside.opens.length);
    if (end === -1) return document.length;
    at = end + aside.closes.length;
  }
}

function text(bytes: Uint8Array): string {
  return buffer(bytes).toString('utf8');
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
