import { setTimeout as pause } from 'node:timers/promises';
import { TimeOverError } from '@proj/core';
import { countRequest } from '@proj/core/store';
import type { LoginAnswer, LoginRequest, SendLogin } from '../auth/login.js';
import { LoginError } from '../errors/login-error.js';
import { checkAddress } from './addresses.js';
import type { Connections, HttpAnswer, HttpRequest } from './connections.js';

const time = 30_000;
const attempts = 3;

/** How logins are sent on a set's connections: by clocks of their own, since several wait for each. */
export function sendLoginOn(connections: Connections, allowHttp: boolean): SendLogin {
  return async (request) => {
    const url = checkAddress('authUrl', request.url, allowHttp);
    for (let attempt = 1; ; attempt += 1) {
      countRequest('AUTH');
      const { answer, text } = await sendOnce(connections, wired(request, url));
      if (answer.status >= 200 && answer.status < 300) return read(answer, text);
      if (attempt >= attempts || !(answer.status === 429 || answer.status >= 500)) throw refusal(url, answer);
      // The call of whoever asked first may be over while others wait.
      await pause(100 * attempt);
    }
  };
}

async function sendOnce(connections: Connections, request: HttpRequest) {
  const clock = AbortSignal.timeout(time);
  try {
    const answer = await connections.send(request, clock);
    return { answer, text: await answer.body.text() };
  } catch (error) {
    throw clock.aborted ? new TimeOverError('timeout', time) : error;
  }
}

function wired({ method, headers, body }: LoginRequest, url: URL) {
  const json = body === undefined ? {} : { 'content-type': 'application/json', accept: 'application/json' };
  return {
    operation: 'logging in',
    method,
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    headers: { ...json, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

function read({ headers }: HttpAnswer, text: string): LoginAnswer {
  try {
    return { headers, body: JSON.parse(text) };
  } catch {
    return { headers, body: undefined };
  }
}

/** What the service wrote is not told: it may have in it what was sent. */
function refusal({ host }: URL, { status }: HttpAnswer): LoginError {
  const isRefused = status === 401 || status === 403;
  const what = isRefused ? 'nobody is let in by what was given' : `it answered with HTTP status ${status}`;
  const redirects = status >= 300 && status < 400 ? ', which is not followed: give the address that it leads to' : '';
  return new LoginError(host, `${what}${redirects}`, status);
}
