import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal.js';
import type { ReceivedRequest } from './received-request.js';

/** SQS takes a mebibyte of text, which a form can write as three times as much, and base64 and names on top. */
const MAX_BODY_BYTES = 4 * 1_048_576;
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST']);

/** Reads a request whole. Throws {@link HttpRefusal} for a method or a size that no service here takes. */
export async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const receivedAt = performance.now();
  const method = message.method ?? '';
  if (!METHODS.has(method)) throw new HttpRefusal(405, `${method} is not served here: GET and POST are.`);
  const { path, query } = splitTarget(message.url ?? '/');
  const body = await readBody(message);
  return { method, path, query, headers: headersOf(message), body, receivedAt };
}

function splitTarget(target: string): { path: string; query: string } {
  if (!target.startsWith('/')) throw new HttpRefusal(400, 'The request target must be a path.');
  const mark = target.indexOf('?');
  return mark < 0 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

function headersOf(message: IncomingMessage): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, readonly string[]>();
  for (const [name, values] of Object.entries(message.headersDistinct)) if (values) headers.set(name, values);
  return headers;
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(message.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  // Not destroyed when it is left: the refusal goes out by the same socket.
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(): HttpRefusal {
  return new HttpRefusal(413, `A body may have ${MAX_BODY_BYTES} bytes.`);
}
