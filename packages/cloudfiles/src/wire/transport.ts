import { countRequest, type RequestKind } from '@proj/core/store';
import { pause } from '../calls/pause.js';
import type { RequestOptions } from '../calls/request-options.js';
import { underClock } from '../calls/under-clock.js';
import { statusError } from '../errors/status-errors.js';
import { queryOf } from './addresses.js';
import type { Body, HttpAnswer } from './connections.js';
import type { Region } from './region.js';
import { delayBefore, isWorthRetrying } from './retry.js';

/** A request to a region's account, or to what is in it. */
export interface AccountRequest {
  /** For errors: what is done. */
  readonly operation: string;
  readonly method: string;
  /** Behind the account's address, in the form of URLs. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: Body | undefined;
  /** What it counts as. @defaultValue its method */
  readonly kind?: RequestKind | undefined;
  /** Whether it must not be done twice, as what is written on a condition. @defaultValue false */
  readonly isSentOnce?: boolean | undefined;
  /** Where it goes. @defaultValue the account's storage address */
  readonly to?: 'storage' | 'cdn' | undefined;
}

/** Sends a request with the session's token until it is done, or cannot be: a token that is not taken any more is replaced, once. */
export async function send(region: Region, request: AccountRequest, options: RequestOptions): Promise<HttpAnswer> {
  const isThereOnce = typeof request.body === 'object' && !(request.body instanceof Uint8Array);
  let hasNewToken = false;
  for (let attempt = 1; ; attempt += 1) {
    let retryAfter: string | undefined;
    try {
      const login = await region.session.login(options.signal);
      const answer = await underClock(options, (signal) => {
        countRequest(request.kind ?? (request.method as RequestKind));
        return region.connections.send(wired(request, login.token, region.addressIn(login, request.to)), signal);
      });
      if (answer.status >= 200 && answer.status < 300) return answer;
      await answer.body.dump();
      retryAfter = answer.headers['retry-after'];
      if (answer.status === 401) region.session.drop(login.token);
      if (answer.status === 401 && !hasNewToken && !isThereOnce) {
        hasNewToken = true;
        continue;
      }
      throw refusal(region, request, answer, attempt);
    } catch (error) {
      const isLast = attempt >= region.maxAttempts || isThereOnce;
      if (isLast || !isWorthRetrying(error, request.isSentOnce === true)) throw error;
    }
    await pause(delayBefore(attempt, retryAfter), options.signal);
  }
}

function wired(request: AccountRequest, token: string, address: URL) {
  const { operation, method, path, query, body, headers = {} } = request;
  const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    operation,
    method,
    origin: address.origin,
    path: `${address.pathname}${path}${queryOf(query)}`,
    headers: { ...Object.fromEntries(given), 'x-auth-token': token },
    body,
  };
}

function refusal({ name }: Region, { operation }: AccountRequest, { status, headers }: HttpAnswer, attempts: number) {
  const transactionId = headers['x-trans-id'] ?? headers['x-openstack-request-id'];
  return statusError({ operation, where: name, status, transactionId, attempts });
}
