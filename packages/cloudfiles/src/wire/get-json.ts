import type { Place } from '../calls/place.js';
import type { RequestOptions } from '../calls/request-options.js';
import { underClock } from '../calls/under-clock.js';
import { HttpStatusError } from '../errors/http-status-error.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';

/** One request for something in JSON. */
export interface JsonRequest {
  /** For errors. */
  readonly operation: string;
  /** Below the endpoint, such as `containers?limit=100`. */
  readonly path: string;
}

/**
 * Asks for JSON. A redirect is not followed: it could lead what the request carries to a stranger.
 *
 * @throws HttpStatusError, UnexpectedAnswerError, TimeOverError, CancelledError
 */
export async function getJson(place: Place, request: JsonRequest, options: RequestOptions): Promise<unknown> {
  const { operation, path } = request;
  const { status, text } = await underClock(options, async (signal) => {
    const response = await fetch(`${place.endpoint}/${path}`, { signal, redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  });
  if (status !== 200) throw new HttpStatusError(operation, place.region, status);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnexpectedAnswerError(operation, place.region, 'is no JSON', { cause });
  }
}
