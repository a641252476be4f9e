import { expect, test } from 'vitest';
import { isConflictError } from '../errors/status-errors.js';
import { oneContainer, setOn, swiftIn } from '../testing/swift.js';
import { Container, isContainer } from './container.js';

const thrown = (error: unknown): unknown => error;

test('what is set of a container is read as it was, and what is not named stays', async () => {
  const { swift, container } = await oneContainer();
  await container.update({
    metadata: { Owner: 'jürgen ✓', other: 'x' },
    read: [{ referrer: '*' }, { listings: true }],
    write: [{ project: 'p', user: 'u' }],
    quotaBytes: 1_000,
    quotaObjects: 5,
  });
  await container.update({ metadata: { other: '' }, quotaObjects: null });
  expect(await container.head()).toEqual({
    name: 'reports',
    objects: 0,
    bytes: 0,
    metadata: { owner: 'jürgen ✓' },
    read: [{ referrer: '*' }, { listings: true }],
    write: [{ project: 'p', user: 'u' }],
    quotaBytes: 1_000,
    quotaObjects: undefined,
    storagePolicy: undefined,
    versions: undefined,
    created: undefined,
  });
  expect(swift.lines.map((line) => line.split(' ')[0])).toEqual(['POST', 'POST', 'HEAD']);
});

test('a web site is headers, which are taken away together', async () => {
  const { swift, container } = await oneContainer();
  await container.update({ website: { index: 'index.html', listings: true } });
  await container.update({ website: null });
  const sent = swift.asked.map(({ headers }) => Object.entries(headers).filter(([name]) => name.includes('-web-')));
  expect(sent).toEqual([
    [
      ['x-container-meta-web-index', 'index.html'],
      ['x-container-meta-web-error', ''],
      ['x-container-meta-web-listings', 'true'],
      ['x-container-meta-web-listings-css', ''],
    ],
    ['index', 'error', 'listings', 'listings-css'].map((name) => [`x-container-meta-web-${name}`, '']),
  ]);
});

test.each<object>([
  { metadata: { under_score: 'x' } },
  { metadata: { a: 'two\nlines' } },
  { metadata: { a: ' space' } },
  { metadata: { 'a b': 'x' } },
  { write: [{ referrer: '*' }] },
  { quotaBytes: -1 },
  { acl: [] },
])('%j is refused before a request', async (settings) => {
  const { swift, container } = await oneContainer();
  await expect(container.update(settings)).rejects.toMatchObject({ name: 'OptionError' });
  expect(swift.asked).toEqual([]);
});

test('a container is made and deleted, empty alone, in any region, by any name', async () => {
  const account = (await setOn(await swiftIn('DFW'))).at('DFW');
  const container = await account.createContainer('My Files é', { metadata: { a: 'b' } });
  expect([await container.exists(), (await container.head()).metadata]).toEqual(['exists', { a: 'b' }]);
  await container.object('o').put('');
  expect(isConflictError(await container.delete().catch(thrown))).toBe(true);
  await container.object('o').delete();
  await container.delete();
  expect(await container.exists()).toBe('absent');
  expect([String(container), isContainer(container), isContainer({})]).toEqual([
    'swift://My Files é (DFW)',
    true,
    false,
  ]);
});

test.each(['', 'a/b', 'x'.repeat(257), 'a\0'])('%j is no name of a container', async (name) => {
  const account = (await setOn(await swiftIn('DFW'))).at('DFW');
  expect(() => account.container(name)).toThrow(expect.objectContaining({ name: 'OptionError' }));
  expect(() => account.container('a').object('')).toThrow('1 to 1,024 bytes');
});

test('who else has an account is a list of ASCII, and read as it was', async () => {
  const swift = await swiftIn('DFW');
  const account = (await setOn(swift)).at('DFW');
  await account.setAccess({ admin: ['jürgen'], readOnly: ['a:b'] });
  const sent = swift.asked.at(-1)?.headers['x-account-access-control'] ?? '';
  expect(sent).toBe('{"admin":["j\\u00fcrgen"],"read-only":["a:b"]}');
  swift.before = () => ({ status: 204, headers: { 'x-account-access-control': sent } });
  expect((await account.head()).access).toEqual({ admin: ['jürgen'], readWrite: [], readOnly: ['a:b'] });
  await account.setAccess({});
  expect(swift.asked.at(-1)?.headers['x-account-access-control']).toBe('');
  await expect(account.setAccess({ admin: [''] })).rejects.toMatchObject({ name: 'OptionError' });
  swift.before = () => ({ status: 204, headers: { 'x-account-access-control': '{"admin":5}' } });
  await expect(account.head()).rejects.toMatchObject({ name: 'UnexpectedAnswerError' });
});

test('an account has its counts, its metadata, and what its cluster says', async () => {
  const swift = await swiftIn('DFW', 'ORD');
  const everywhere = await setOn(swift);
  expect(await everywhere.at('DFW').head()).toMatchObject({ containers: 0, objects: 3, bytes: 12 });
  swift.asked.length = 0;
  expect(await everywhere.at('DFW').info()).toEqual({ swift: { version: '2.30.1' }, slo: {} });
  expect(await everywhere.at('DFW').info()).toBeInstanceOf(Object);
  expect(swift.lines).toEqual(['GET /info']);
  expect(swift.asked[0]?.headers['x-auth-token']).toBeUndefined();
  await everywhere.updateMetadata({ note: 'é' });
  expect(swift.asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
  expect(Container.name).toBe('Container');
});
