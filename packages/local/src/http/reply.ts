import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Answer, lengthOf } from '../wire/answer.js';

/** Statuses whose answers have no body, nor a length of one. */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** The one answer to a request, given in whole or in any of the ways that answers go wrong. */
export class Reply {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  /** The whole answer. */
  send(answer: Answer): void {
    const response = this.#head(answer);
    if (!answer.content || response.req.method === 'HEAD') {
      response.end(answer.body);
      return;
    }
    // As fast as the caller takes it; a caller that leaves, or a file that breaks off, ends the connection.
    const body = Readable.from(answer.content.read(0, answer.content.length), { objectMode: false });
    pipeline(body, response).catch(() => response.destroy());
  }

  /** Calls back when the connection ends before the answer was sent; gives what takes that back. */
  onGone(call: () => void): () => void {
    // It may have ended while its request was still being read.
    if (this.#response.destroyed) queueMicrotask(call);
    this.#response.once('close', call);
    return () => void this.#response.off('close', call);
  }

  /** The connection is reset before a byte was sent. */
  reset(): void {
    this.#response.socket?.resetAndDestroy();
  }

  /** A part of the body under the length of the whole; `then` says what becomes of the connection. */
  async sendPart(answer: Answer, bytes: number, then: 'close' | 'hang'): Promise<void> {
    const response = this.#head(answer);
    response.flushHeaders();
    for await (const part of bytesOf(answer, bytes)) {
      if (response.destroyed) return;
      await new Promise<void>((sent) => void response.write(part, () => sent()));
    }
    // Ended, not reset: what was sent is to arrive.
    if (then === 'close') response.socket?.destroySoon();
  }

  /** The body, `bytes` at a time, as often as `turn` resolves to `true`. */
  async drip(answer: Answer, bytes: number, turn: () => Promise<boolean>): Promise<void> {
    const response = this.#head(answer);
    response.flushHeaders();
    for await (const part of bytesOf(answer, lengthOf(answer))) {
      for (let sent = 0; sent < part.length; sent += bytes) {
        if (!(await turn()) || response.destroyed) return;
        response.write(part.subarray(sent, sent + bytes));
      }
    }
    response.end();
  }

  #head(answer: Answer): ServerResponse {
    const length = BODILESS.has(answer.status) ? {} : { 'content-length': lengthOf(answer) };
    return this.#response.writeHead(answer.status, { ...answer.headers, ...length });
  }
}

async function* bytesOf({ body, content }: Answer, bytes: number): AsyncIterable<Buffer> {
  if (content) yield* content.read(0, bytes);
  else if (bytes > 0) yield body.subarray(0, bytes);
}
