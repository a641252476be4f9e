import { isUnsupportedError } from '@proj/core/store';
import { expect, test } from 'vitest';
import { refusal } from '../testing/far-end.js';
import { answer, oneBucket } from '../testing/one-bucket.js';
import { withAcls } from '../testing/with-acls.js';

test('what depends on the bucket is not there until it was asked for, and is asked for once', async () => {
  const { bucket, lines } = withAcls();
  expect([bucket.has('containerAcl'), bucket.has('objectAcl'), 'containerAcl' in bucket]).toEqual([false, false, true]);
  expect((bucket as { readonly containerAcl?: object }).containerAcl).toBeUndefined();
  await Promise.all([
    bucket.require('containerAcl'),
    bucket.require('objectAcl'),
    bucket.object('a').require('objectAcl'),
  ]);
  expect([bucket.has('containerAcl'), bucket.has('objectAcl'), bucket.has('versions')]).toEqual([true, true, false]);
  if (bucket.has('containerAcl')) await bucket.containerAcl.setAcl('private');
  const object = bucket.object('b');
  if (object.has('objectAcl')) await object.objectAcl.setAcl('private');
  expect(lines()).toEqual(['GET /?ownershipControls', 'PUT /?acl', 'PUT /b?acl']);
});

test('where the owner owns all there are no ACLs, until that is changed', async () => {
  const { bucket, lines } = withAcls('BucketOwnerEnforced');
  const refused = await bucket.require('objectAcl').catch((error: unknown) => error);
  if (!isUnsupportedError(refused)) throw refused;
  expect(refused).toMatchObject({ store: 'S3', ability: 'objectAcl' });
  expect(refused.instead).toContain('setPolicy()');
  await expect(bucket.require('containerAcl')).rejects.toThrow('S3 has no containerAcl here');
  await bucket.setOwnership('BucketOwnerPreferred');
  expect(bucket.has('objectAcl')).toBe(true);
  await bucket.setOwnership('BucketOwnerEnforced');
  expect(bucket.has('objectAcl')).toBe(false);
  await expect(bucket.require('objectAcl')).rejects.toThrow();
  const puts = lines().filter((line) => line.startsWith('PUT'));
  expect([puts.length, lines().length]).toEqual([2, 3]);
});

test('a bucket of before there were owners has ACLs', async () => {
  const { bucket } = oneBucket(() => refusal('OwnershipControlsNotFoundError', 404));
  await bucket.require('containerAcl');
  expect(bucket.has('containerAcl')).toBe(true);
});

test('an error is no answer: the next one asks again', async () => {
  let isDenied = true;
  const { bucket, lines } = oneBucket(() => {
    if (isDenied) return refusal('AccessDenied', 403);
    return answer('<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>');
  });
  await expect(bucket.require('versions')).rejects.toMatchObject({ name: 'AccessDenied' });
  isDenied = false;
  await bucket.require('versions');
  expect(lines()).toEqual(['GET /?versioning', 'GET /?versioning']);
});

test('versions are not there where they were never switched on', async () => {
  const { bucket } = oneBucket(({ query }) =>
    answer('versioning' in query ? '<VersioningConfiguration/>' : '<ListVersionsResult/>'),
  );
  await expect(bucket.require('versions')).rejects.toThrow('switch them on by setVersioning()');
  await bucket.setVersioning('enabled');
  expect(bucket.has('versions')).toBe(true);
  const versions = await bucket.require('versions');
  expect(await versions({ prefix: 'a/' }).next()).toEqual({ done: true, value: undefined });
});

test('taking ownership controls away makes it unknown whether there are ACLs', async () => {
  const { bucket, lines } = withAcls();
  await bucket.require('objectAcl');
  await bucket.setOwnership(undefined);
  expect(bucket.has('objectAcl')).toBe(false);
  await bucket.require('objectAcl');
  expect(lines()).toEqual(['GET /?ownershipControls', 'DELETE /?ownershipControls', 'GET /?ownershipControls']);
});

test('what was asked before a change does not come back after it', async () => {
  let answers = (): void => {};
  const held = new Promise<void>((resolve) => {
    answers = resolve;
  });
  const { bucket } = oneBucket(async ({ method }) => {
    if (method === 'GET') await held;
    return answer('<VersioningConfiguration/>');
  });
  const asked = bucket.require('versions').catch((error: unknown) => error);
  await bucket.setVersioning('enabled');
  answers();
  expect(await asked).toMatchObject({ name: 'UnsupportedError' });
  expect(bucket.has('versions')).toBe(true);
});

test('a signal ends the asking for him who gave it, and for nobody else', async () => {
  let answers = (): void => {};
  const held = new Promise<void>((resolve) => {
    answers = resolve;
  });
  const { bucket, lines } = oneBucket(async () => {
    await held;
    return answer('<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
  });
  const leaving = new AbortController();
  const left = bucket.require('versions', { signal: leaving.signal }).catch((error: unknown) => error);
  const stayed = bucket.require('versions');
  leaving.abort();
  expect(await left).toMatchObject({ name: 'CancelledError' });
  answers();
  await stayed;
  expect(lines()).toEqual(['GET /?versioning']);
});

test('what S3 always has is there without asking', async () => {
  const { bucket, lines } = oneBucket(({ query }) =>
    answer('tagging' in query ? '<Tagging><TagSet/></Tagging>' : '<DeleteResult/>', { etag: '"e"' }),
  );
  for (const ability of ['bulkDelete', 'signedUrl', 'signedPost', 'compareAndSwap', 'tags'] as const) {
    expect(bucket.has(ability)).toBe(true);
  }
  if (bucket.has('bulkDelete')) for await (const { error } of bucket.bulkDelete(['a'])) expect(error).toBeUndefined();
  const put = await bucket.require('compareAndSwap');
  await put('a', 'x', { ifMatch: 'e' });
  expect(await (await bucket.require('tags'))()).toEqual({});
  const signed = await (await bucket.require('signedUrl'))('a');
  const form = await (await bucket.require('signedPost'))({ key: 'a' });
  expect([new URL(signed.url).pathname, form.fields['key']]).toEqual(['/example-reports/a', 'a']);
  expect(lines()).toEqual(['POST /?delete', 'PUT /a', 'GET /?tagging']);
});
