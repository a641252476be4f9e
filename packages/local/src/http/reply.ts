import type { ServerResponse } from 'node:http';
import type { Answer } from '../wire/answer.js';

/** The one answer to a request, given in whole or in any of the ways that answers go wrong. */
export class Reply {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  /** The whole answer. */
  send(answer: Answer): void {
    this.#head(answer).end(answer.body);
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
  sendPart(answer: Answer, bytes: number, then: 'close' | 'hang'): void {
    const response = this.#head(answer);
    response.write(answer.body.subarray(0, bytes), () => {
      // Ended, not reset: what was sent is to arrive.
      if (then === 'close') response.socket?.destroySoon();
    });
  }

  /** The body, `bytes` at a time, as often as `turn` resolves to `true`. */
  async drip(answer: Answer, bytes: number, turn: () => Promise<boolean>): Promise<void> {
    const { body } = answer;
    const response = this.#head(answer);
    response.flushHeaders();
    for (let sent = 0; sent < body.length; sent += bytes) {
      if (!(await turn()) || response.destroyed) return;
      response.write(body.subarray(sent, sent + bytes));
    }
    response.end();
  }

  #head({ status, headers, body }: Answer): ServerResponse {
    return this.#response.writeHead(status, { ...headers, 'content-length': body.length });
  }
}
