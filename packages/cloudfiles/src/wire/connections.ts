import type { Readable } from 'node:stream';
import { TimeOverError } from '@proj/core';
import { Agent, type Dispatcher } from 'undici';
import { ConnectionError } from '../errors/connection-error.js';

/** Milliseconds until a connection stands, and without a byte. */
const connectTime = 10_000;
const silenceTime = 60_000;

/** Bytes to be sent: all there, or made anew each time that they are to be sent, or a stream that is there once. */
export type Body = string | Uint8Array | AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>);

/** A request as it goes over a connection. */
export interface HttpRequest {
  readonly operation: string;
  readonly method: string;
  readonly origin: string;
  /** With its query, in the form of URLs. Sent as it is: dots are no folders here. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body | undefined;
}

/** An answer whose head has come. Its body has to be read, or destroyed: else it keeps the connection. */
export interface HttpAnswer {
  readonly status: number;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable & Pick<Dispatcher.ResponseData['body'], 'text' | 'bytes' | 'dump'>;
}

/** The connections of a set. No redirect is followed on them, since the token would go along. */
export class Connections {
  readonly #agent = new Agent({
    connect: { timeout: connectTime },
    // Each request has a time of its own until its answer begins: some do much before that.
    headersTimeout: 0,
    bodyTimeout: silenceTime,
  });

  /** @throws ConnectionError, TimeOverError, and the reason of the signal */
  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { operation, method, origin, path, headers, body } = request;
    try {
      const answer = await this.#agent.request({
        method: method as Dispatcher.HttpMethod,
        origin,
        path,
        headers,
        // Its types do not say that it takes any stream.
        body: ((typeof body === 'function' ? body() : body) ?? null) as Uint8Array | null,
        signal,
      });
      return { status: answer.statusCode, headers: flat(answer.headers), body: answer.body };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw wireError(operation, new URL(origin).host, error);
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** Node's codes, and undici's, for: nobody there, connection lost, no name, no route. */
const lost: ReadonlySet<string> = new Set([
  ...['UND_ERR_SOCKET', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EPROTO'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
]);
/** OpenSSL's and Node's for a certificate or handshake that failed. */
const tls = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/;

/** What undici throws, in the terms of core. */
export function wireError(operation: string, host: string, error: unknown): unknown {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return new TimeOverError('connect', connectTime, { host, answered: false });
  if (code === 'UND_ERR_BODY_TIMEOUT') return new TimeOverError('silence', silenceTime, { host, answered: true });
  // What the caller's own stream threw, or a header that cannot be one, is of no connection.
  const isOfConnection = typeof code === 'string' && (lost.has(code) || tls.test(code));
  return isOfConnection ? new ConnectionError(operation, host, error) : error;
}

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const pairs = Object.entries(headers).filter((pair): pair is [string, string | string[]] => pair[1] !== undefined);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, utf8Of(Array.isArray(value) ? value.join(', ') : value)]),
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Headers are read byte by byte; what is UTF-8 in them is read as that. */
function utf8Of(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value)) return value;
  try {
    return utf8.decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
