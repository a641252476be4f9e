import { isUnsupportedError } from '@proj/core/store';
import { expect, test } from 'vitest';
import { rackspace } from '../auth/rackspace.js';
import { cloudFiles } from '../cloud-files.js';
import { oneContainer } from '../testing/swift.js';

test('objects that are joined say where they are, keep that when metadata change, and go together', async () => {
  const { swift, container } = await oneContainer();
  for (const name of ['é/1', 'é/2', 'other']) await container.object(name).put(name);
  const joined = container.object('joined');
  await joined.joinAll({ container: 'reports', prefix: 'é/' }, { metadata: { a: '1' } });
  expect(await joined.head()).toMatchObject({ kind: 'dynamic', segmentsAt: 'reports/é/', metadata: { a: '1' } });
  await joined.updateMetadata({ a: '2' });
  expect(await joined.head()).toMatchObject({ kind: 'dynamic', segmentsAt: 'reports/é/', metadata: { a: '2' } });
  swift.asked.length = 0;
  await joined.delete();
  expect((await container.list().toArray()).map(({ name }) => name)).toEqual(['other']);
  expect(swift.lines.map((line) => line.split(' ')[0]).slice(0, 4)).toEqual(['HEAD', 'DELETE', 'GET', 'DELETE']);
});

test('what is made of all that a container has does not take it along', async () => {
  const { container } = await oneContainer();
  await container.object('a').put('a');
  await container.object('all').joinAll({ container: 'reports', prefix: '' });
  await expect(container.object('all').delete()).rejects.toThrow("delete it alone by segments: 'keep'");
  await container.object('all').delete({ segments: 'keep' });
  expect(await container.object('a').exists()).toBe('exists');
});

test('what is moved keeps its segments, and is not moved to itself', async () => {
  const { swift, container } = await oneContainer();
  await container.object('a').put('x');
  swift.asked.length = 0;
  await container.object('a').moveTo(container.object('b'));
  expect(swift.lines).toEqual([
    'COPY /DFW/v1/AUTH_test/reports/a?multipart-manifest=get',
    'DELETE /DFW/v1/AUTH_test/reports/a',
  ]);
  await expect(container.object('b').moveTo(container.object('b'))).rejects.toMatchObject({ name: 'OptionError' });
});

test('a link names what it leads to, and is deleted alone', async () => {
  const { swift, container } = await oneContainer();
  await container.object('link').linkTo(container.object('é/target'), { etag: 'abc' });
  expect(swift.asked[0]?.headers).toMatchObject({
    'x-symlink-target': 'reports/%C3%A9/target',
    'x-symlink-target-etag': 'abc',
    'content-length': '0',
  });
  swift.before = () => ({ status: 200, headers: { 'x-symlink-target': 'reports/%C3%A9/target' } });
  expect(await container.object('link').head({ link: true })).toMatchObject({ linksTo: 'reports/é/target' });
  expect(swift.lines.at(-1)).toBe('HEAD /DFW/v1/AUTH_test/reports/link?symlink=get');
});

const version = (name: string, version_id: string, more: object = {}) => ({
  ...{ name, version_id, is_latest: false, bytes: 3, hash: 'abc', content_type: 'text/plain' },
  ...{ last_modified: '2026-11-25T10:00:00.000000', ...more },
});

test('versions come page by page, with what was deleted, where the store has them', async () => {
  const { swift, container } = await oneContainer({ pageSize: 2 });
  const deleted = { is_latest: true, content_type: 'application/x-deleted;swift_versions_deleted=1', bytes: 0 };
  const pages = [[version('a', '3', deleted), version('a', '2')], [version('b', '1')]];
  swift.before = () => ({ status: 200, body: JSON.stringify(pages.shift() ?? []) });
  const all: unknown[] = [];
  for await (const { name, versionId, isLatest, isDeleted } of container.versions({ prefix: '' }))
    all.push([name, versionId, isLatest, isDeleted]);
  expect(all).toEqual([
    ['a', '3', true, true],
    ['a', '2', false, false],
    ['b', '1', false, false],
  ]);
  expect(swift.lines[1]).toContain('marker=a&version_marker=2');
  const auth = rackspace({ username: 'u', apiKey: 'secret', authUrl: `${swift.url}/v2.0` });
  swift.before = () => undefined;
  const rack = (await cloudFiles(auth)).at('DFW').container('reports');
  const error: unknown = await rack
    .versions()
    .next()
    .catch((thrown: unknown) => thrown);
  expect(isUnsupportedError(error)).toBe(true);
});

test('what may not be looked at is there or not, and other errors are told', async () => {
  const { swift, container } = await oneContainer({ maxAttempts: 1 });
  swift.before = () => ({ status: 403 });
  expect(await container.object('o').exists()).toBe('forbidden');
  swift.before = () => ({ status: 500 });
  await expect(container.exists()).rejects.toMatchObject({ status: 500 });
});
