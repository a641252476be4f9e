import { isUnsupportedError } from '@proj/core/store';
import { expect, test } from 'vitest';
import { oneContainer } from '../testing/swift.js';

const thrown = (error: unknown): unknown => error;
const info = {
  swift: { version: '2.30.1' },
  bulk_delete: {},
  bulk_upload: {},
  tempurl: {},
  formpost: {},
  object_versioning: {},
};
const saying = (what: object) => () => ({ status: 200, body: JSON.stringify(what) });

test('what depends on the cluster is not there until it was asked, once for all', async () => {
  const { swift, container } = await oneContainer();
  expect(['bulkDelete', 'reverseList', 'signedUrl'].map((one) => container.has(one as 'bulkDelete'))).toEqual([
    false,
    false,
    false,
  ]);
  expect([container.has('containerAcl'), container.has('expireAt')]).toEqual([true, true]);
  expect((container as { readonly bulkDelete?: unknown }).bulkDelete).toBeUndefined();
  swift.before = saying(info);
  const signedUrl = await container.require('signedUrl');
  expect(await signedUrl('a', { key: 'k' })).toContain('/reports/a?temp_url_sig=');
  for (const ability of ['bulkDelete', 'reverseList', 'extractArchive', 'signedPost', 'versions'] as const) {
    expect(await container.require(ability)).toBeInstanceOf(Function);
    expect(container.has(ability)).toBe(true);
  }
  expect(swift.lines).toEqual(['GET /info']);
});

test('what the cluster has not, or does not tell of, is told, with what to do instead', async () => {
  const { swift, container } = await oneContainer();
  swift.before = () => ({ status: 404 });
  expect(isUnsupportedError(await container.require('bulkDelete').catch(thrown))).toBe(true);
  const other = await oneContainer();
  other.swift.before = saying({ swift: { version: '2.6.0' } });
  await expect(other.container.require('bulkDelete')).rejects.toThrow('delete the objects one by one');
  await expect(other.container.require('reverseList')).rejects.toThrow('turn the result round');
});

test('each does what it says', async () => {
  const { swift, container } = await oneContainer();
  await container.object('a').put('x', { metadata: { m: '1' } });
  await (await container.require('containerAcl'))({ read: [{ referrer: '*' }] });
  await (await container.require('expireAt'))('a', new Date('2030-01-01T00:00:00Z'));
  expect((await container.head()).read).toEqual([{ referrer: '*' }]);
  expect(await container.object('a').head()).toMatchObject({
    metadata: { m: '1' },
    expiresAt: new Date('2030-01-01T00:00:00Z'),
  });
  swift.before = ({ path }) => (path === '/info' ? saying(info)() : undefined);
  const outcomes: unknown[] = [];
  for await (const one of (await container.require('bulkDelete'))(['a'])) outcomes.push(one);
  expect(outcomes).toEqual([{ name: 'a', error: undefined }]);
});
