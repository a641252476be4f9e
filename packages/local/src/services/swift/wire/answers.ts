import type { Answer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import { SwiftError } from '../swift-error.js';
import { statusPage } from './statuses.js';

/** Headers of an answer; one that is undefined is left out. */
export type Headers = Readonly<Record<string, string | number | undefined>>;

/** The headers that have a value. */
export function defined(headers: Headers): Record<string, string> {
  const all = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}

/** An answer without a body; one that accepts something has the usual page. */
export function nothing(status: number, headers: Headers = {}): Answer {
  const body = Buffer.from(status === 202 ? statusPage(status) : '');
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...defined(headers) }, body };
}

/** An answer of text. */
export function text(status: number, body: string, headers: Headers = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...defined(headers) },
    body: Buffer.from(body),
  };
}

/** An answer of JSON. */
export function json(status: number, value: unknown, headers: Headers = {}): Answer {
  return text(status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** An error as Swift writes it. */
export function errorAnswer(error: ApiError): Answer {
  const page = 'text/html; charset=UTF-8';
  const { text: said, headers = {}, type = page } = error instanceof SwiftError ? error : {};
  if (said !== undefined) return text(error.status, said, { 'content-type': type, ...headers });
  return text(error.status, statusPage(error.status, error.message), { 'content-type': page, ...headers });
}

/** Runs it; what it throws becomes the answer that a caller of its own would have had. */
export async function answerOf(run: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    throw error;
  }
}
