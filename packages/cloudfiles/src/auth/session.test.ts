import { isCancelledError } from '@proj/core';
import { BudgetError, countRequest, Meter } from '@proj/core/store';
import { afterEach, expect, test, vi } from 'vitest';
import { swiftFacts } from '../facts/swift-facts.js';
import type { Authenticator } from './login.js';
import { Session } from './session.js';

const thrown = (error: unknown): unknown => error;
const unused = () => Promise.reject(new Error('nothing is sent here'));

afterEach(() => void vi.useRealTimers());

/** Logs in when it is let; each token is for a minute and a half from then. */
function gated() {
  const gates: PromiseWithResolve[] = [];
  const auth: Authenticator = {
    facts: swiftFacts,
    login: async () => {
      const number = gates.length + 1;
      countRequest('AUTH');
      await new Promise<void>((open, fail) => gates.push({ open, fail }));
      return { token: `token-${number}`, expires: new Date(Date.now() + 90_000), endpoints: [] };
    },
  };
  return { gates, session: new Session(auth, unused) };
}

interface PromiseWithResolve {
  readonly open: () => void;
  readonly fail: (error: Error) => void;
}

test('all who wait have the same token, by one login', async () => {
  const { gates, session } = gated();
  const waiting = [1, 2, 3].map(() => session.login());
  gates[0]?.open();
  expect((await Promise.all(waiting)).map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-1']);
  expect(gates).toHaveLength(1);
});

test('a token is replaced before it ends', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  const { gates, session } = gated();
  const first = session.login();
  gates[0]?.open();
  await first;
  vi.setSystemTime(44_000);
  expect((await session.login()).token).toBe('token-1');
  vi.setSystemTime(46_000);
  const second = session.login();
  gates[1]?.open();
  expect((await second).token).toBe('token-2');
});

test('a clock that goes wrong does not make a login of each request', async () => {
  let logins = 0;
  const login = async () => {
    logins += 1;
    return { token: 't', expires: new Date(Date.now() - 3_600_000), endpoints: [] };
  };
  const session = new Session({ facts: swiftFacts, login }, unused);
  for (const _ of [1, 2, 3]) await session.login();
  expect(logins).toBe(1);
});

test('who drops a token that was replaced already drops nothing', async () => {
  const { gates, session } = gated();
  const first = session.login();
  gates[0]?.open();
  session.drop((await first).token);
  const second = session.login();
  gates[1]?.open();
  await second;
  session.drop('token-1');
  expect((await session.login()).token).toBe('token-2');
});

test('who goes away while he waits is told so, and the others get theirs', async () => {
  const { gates, session } = gated();
  const leaving = new AbortController();
  const [gone, stays] = [session.login(leaving.signal), session.login()];
  leaving.abort();
  expect(isCancelledError(await gone.catch(thrown))).toBe(true);
  gates[0]?.open();
  expect((await stays).token).toBe('token-1');
});

test('a login that fails is made anew by who asks next; one budget is not that of the others', async () => {
  const { gates, session } = gated();
  const failed = session.login();
  gates[0]?.fail(new Error('no'));
  await expect(failed).rejects.toThrow('no');
  const poor = new Meter({ maxRequests: 0 }).run(() => session.login());
  const rich = session.login();
  expect(await poor.catch(thrown)).toBeInstanceOf(BudgetError);
  await vi.waitFor(() => expect(gates).toHaveLength(2));
  gates[1]?.open();
  expect((await rich).token).toBe('token-2');
});
