import { isFanOutError } from '@proj/core';
import { expect, test } from 'vitest';
import { Account } from './account/account.js';
import { keystone } from './auth/keystone.js';
import { rackspace } from './auth/rackspace.js';
import { v1 } from './auth/v1.js';
import { type CloudFilesAuth, type CloudFilesOptions, cloudFiles } from './cloud-files.js';
import { isLoginError } from './errors/login-error.js';
import { type SwiftFacts, swiftFacts } from './facts/swift-facts.js';
import { setOn, somebody, swiftIn } from './testing/swift.js';

const thrown = (error: unknown): unknown => error;

test('the regions of the catalog are the set, by one login', async () => {
  const swift = await swiftIn('DFW', 'ORD', 'LON');
  const everywhere = await setOn(swift);
  expect(everywhere.targets.map(({ service, region }) => [service, region])).toEqual([
    ['cloudfiles', 'DFW'],
    ['cloudfiles', 'ORD'],
    ['cloudfiles', 'LON'],
  ]);
  expect(everywhere.at('ORD')).toBeInstanceOf(Account);
  for (const region of ['DFW', 'LON']) await everywhere.at(region).createContainer(`of-${region}`);
  const byRegion = await everywhere.containers().byRegion();
  expect([...byRegion].map(([region, list]) => [region, list.map(({ name }) => name)])).toEqual([
    ['DFW', ['of-DFW']],
    ['ORD', []],
    ['LON', ['of-LON']],
  ]);
  expect(swift.logins).toBe(1);
});

test('regions are chosen by names and globs, or by who logs in', async () => {
  const swift = await swiftIn('north-1', 'north-2', 'south-1');
  expect((await setOn(swift, { regions: ['north-*'] })).targets.map(({ region }) => region)).toEqual([
    'north-1',
    'north-2',
  ]);
  const picky = { ...somebody(swift), regions: ['south-1'] };
  expect((await cloudFiles(picky)).targets.map(({ region }) => region)).toEqual(['south-1']);
  await expect(cloudFiles({ ...picky, regions: ['east'] })).rejects.toThrow('there are north-1, north-2, south-1');
});

test('one who has a login for each region fails there alone', async () => {
  const swift = await swiftIn('DFW', 'ORD');
  const into = (region: string, key: string) =>
    v1({ authUrl: `${swift.url}/auth/v1.0/${region}`, user: 'test:tester', key });
  const everywhere = await cloudFiles({ DFW: into('DFW', 'secret'), ORD: into('ORD', 'wrong') });
  expect(swift.logins).toBe(0);
  const error = await everywhere.containers().then(undefined, thrown);
  if (!isFanOutError(error)) throw error;
  expect(error.report.outcomes.map(({ target, status }) => [target.region, status])).toEqual([
    ['DFW', 'ok'],
    ['ORD', 'denied'],
  ]);
});

test('what a region refuses is told with its status, and the others answer', async () => {
  const swift = await swiftIn('DFW', 'ORD', 'LON');
  const everywhere = await setOn(swift, { maxAttempts: 1 });
  swift.before = ({ path }) => {
    if (path.startsWith('/ORD')) return { status: 498 };
    return path.startsWith('/LON') ? { status: 403 } : undefined;
  };
  const report = await everywhere.containers().settled();
  expect(report.outcomes.map(({ status }) => status)).toEqual(['ok', 'throttled', 'denied']);
});

test('a region that nobody is in is unreachable', async () => {
  const closed = { region: 'nowhere', storage: 'http://127.0.0.1:1/v1/AUTH_test' };
  const auth = { facts: swiftFacts, login: async () => ({ token: 't', expires: undefined, endpoints: [closed] }) };
  const report = await (await cloudFiles(auth, { maxAttempts: 1 })).containers().settled();
  expect(report.failures.map(({ status }) => status)).toEqual(['unreachable']);
});

test("a set's own limits end what its regions ask", async () => {
  const swift = await swiftIn('DFW', 'ORD');
  const everywhere = await setOn(swift, { timeout: 50 });
  swift.before = () => new Promise(() => {});
  const report = await everywhere.containers().settled();
  expect(report.failures.map(({ status }) => status)).toEqual(['timedOut', 'timedOut']);
});

test('who is not let in is told so, and never what he sent', async () => {
  const swift = await swiftIn();
  const auth = keystone({ authUrl: swift.url, userId: 'u', password: 'pass-word', projectId: 'p' });
  const error = await cloudFiles(auth).catch(thrown);
  expect(isLoginError(error)).toBe(true);
  expect(error).toMatchObject({ status: 401, message: expect.not.stringContaining('pass-word') });
});

test.each<[unknown, object]>([
  [undefined, {}],
  [{}, {}],
  [rackspace({ username: 'u', apiKey: 'k' }), { regions: [] }],
  [rackspace({ username: 'u', apiKey: 'k' }), { service: 'other' }],
  [rackspace({ username: 'u', apiKey: 'k' }), { maxAttempts: 0 }],
  [rackspace({ username: 'u', apiKey: 'k' }), { pageSize: 10_001 }],
])('%j with %j cannot work and is refused before a request', async (auth, options) => {
  const attempt = cloudFiles(auth as CloudFilesAuth<SwiftFacts>, options as CloudFilesOptions);
  await expect(attempt).rejects.toMatchObject({ name: 'OptionError' });
});

test('a token goes over http to this machine alone, unless that is asked for', async () => {
  const far = { region: 'far', storage: 'http://swift.example.com/v1/AUTH_test' };
  const auth = { facts: swiftFacts, login: async () => ({ token: 't', expires: undefined, endpoints: [far] }) };
  await expect((await cloudFiles(auth)).at('far').containers()).rejects.toThrow('allowHttp: true');
  const inClear = keystone({ authUrl: 'http://keystone.example.com', token: 'secret' });
  await expect(cloudFiles(inClear)).rejects.toThrow('allowHttp: true');
});
