import { isCancelledError, isTimeOverError } from '@proj/core';
import { Meter } from '@proj/core/store';
import { expect, test } from 'vitest';
import { isDeniedError, isNotFoundError } from '../errors/status-errors.js';
import { type Before, oneContainer } from '../testing/swift.js';

const thrown = (error: unknown): unknown => error;

/** Answers so until it has none left. */
function first(...statuses: readonly number[]): Before {
  const left = [...statuses];
  return ({ path }) => {
    const status = path.includes('AUTH_test') ? left.shift() : undefined;
    return status === undefined ? undefined : { status, headers: { 'retry-after': '0' } };
  };
}

test('a token that is not taken any more is replaced once for all who wait', async () => {
  const { swift, container } = await oneContainer();
  swift.tokens.clear();
  await Promise.all(Array.from({ length: 20 }, (_, index) => container.object(`o${index}`).put('x')));
  expect(swift.logins).toBe(2);
  expect((await container.list().toArray()).length).toBe(20);
});

test('a second refusal of a new token is final', async () => {
  const { swift, container } = await oneContainer();
  swift.before = ({ path }) => (path.includes('AUTH_test') ? { status: 401 } : undefined);
  const error = await container.head().catch(thrown);
  expect(isDeniedError(error)).toBe(true);
  expect(swift.logins).toBe(2);
});

test('what is not to be had now is asked for again, and each time is counted', async () => {
  const { swift, container } = await oneContainer();
  swift.before = first(503, 498);
  const meter = new Meter();
  await meter.run(() => container.head());
  expect(meter.spent).toEqual({ total: 3, by: { HEAD: 3 } });
});

test('three times are enough, and an error says how often, where and by which transaction', async () => {
  const { swift, container } = await oneContainer();
  swift.before = first(500, 500, 500);
  await expect(container.head()).rejects.toThrow(
    'head of a container in DFW: the service answered with HTTP status 500, 3 times (transaction tx-1); try again later',
  );
});

test('what is written on a condition is not sent twice after an answer that leaves it open', async () => {
  const { swift, container } = await oneContainer();
  swift.before = first(500);
  await expect(container.object('o').put('x', { ifNoneMatch: '*' })).rejects.toMatchObject({ status: 500 });
  swift.before = first(503);
  await container.object('o').put('x', { ifNoneMatch: '*' });
  expect(swift.asked).toHaveLength(3);
});

test('a connection that is lost is made again', async () => {
  const { swift, container } = await oneContainer();
  let cuts = 1;
  swift.before = () => (cuts-- > 0 ? 'cut' : undefined);
  await container.head();
  expect(swift.asked).toHaveLength(2);
});

test('a stream is sent once; a function that makes one as often as is needed', async () => {
  const { swift, container } = await oneContainer();
  const bytes = async function* () {
    yield Buffer.from('hello');
  };
  swift.before = first(503);
  await expect(container.native.request('PUT', '/reports/o', { body: bytes() })).rejects.toMatchObject({ status: 503 });
  swift.before = first(503);
  await container.native.request('PUT', '/reports/o', { body: bytes });
  expect(await (await container.object('o').get()).text()).toBe('hello');
});

test('a redirect is not followed', async () => {
  const { swift, container } = await oneContainer();
  swift.before = () => ({ status: 301, headers: { location: 'http://127.0.0.1:1/' } });
  await expect(container.head()).rejects.toMatchObject({ status: 301 });
  expect(swift.asked).toHaveLength(1);
});

test('names go as they are, with dots, slashes and any characters', async () => {
  const { swift, container } = await oneContainer();
  const names = ['a/../b', './c', '/d//e/', 'é ✓ +%25?#&', 'line\nbreak'];
  for (const name of names) await container.object(name).put(name);
  expect(swift.asked.map(({ path }) => path.slice('/DFW/v1/AUTH_test/reports/'.length))).toEqual(names);
  for (const name of names) expect(await (await container.object(name).get()).text()).toBe(name);
});

test('a request that is silent ends with its time, and with its signal', async () => {
  const { swift, container } = await oneContainer();
  swift.before = () => new Promise(() => {});
  expect(isTimeOverError(await container.head({ timeout: 20 }).catch(thrown))).toBe(true);
  const leaving = new AbortController();
  swift.before = () => {
    leaving.abort();
    return new Promise(() => {});
  };
  for (const _ of ['under way', 'not begun']) {
    expect(isCancelledError(await container.head({ signal: leaving.signal }).catch(thrown))).toBe(true);
  }
});

test('what is not there is an error of its own, and existence is no error', async () => {
  const { container } = await oneContainer();
  expect(isNotFoundError(await container.object('none').head().catch(thrown))).toBe(true);
  expect([await container.object('none').exists(), await container.exists()]).toEqual(['absent', 'exists']);
});
