import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal.js';
import type { ReceivedRequest } from './received-request.js';

/** SQS takes a mebibyte of text, which a form can write as three times as much, and base64 and names on top. */
const MAX_BODY_BYTES = 4 * 1_048_576;
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST']);

/** A request as far as its head tells; its body is yet to be read from `stream`. */
export function receiveHead(message: IncomingMessage): ReceivedRequest {
  const receivedAt = performance.now();
  const method = message.method ?? '';
  const { path, query } = splitTarget(message.url ?? '/');
  // Not destroyed when it is left: the answer goes out by the same socket.
  const stream = message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  return { method, path, query, headers: headersOf(message), body: Buffer.alloc(0), stream, receivedAt };
}

/** Reads the rest of a request. Throws {@link HttpRefusal} for a method or a size that no service here takes whole. */
export async function receiveWhole({ stream, ...head }: ReceivedRequest): Promise<ReceivedRequest> {
  const { method, headers } = head;
  if (!METHODS.has(method)) throw new HttpRefusal(405, `${method} is not served here: GET and POST are.`);
  if (Number(headers.get('content-length')?.[0] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  return { ...head, body: stream ? await readBody(stream) : head.body };
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

async function readBody(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(): HttpRefusal {
  return new HttpRefusal(413, `A body may have ${MAX_BODY_BYTES} bytes.`);
}
