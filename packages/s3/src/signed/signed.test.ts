import { expect, test } from 'vitest';
import type { Bucket } from '../buckets/bucket.js';
import { localS3 } from '../testing/cloud.js';

const key = "Ordner/ü 1+2 (a)'*!~.csv";

/** A bucket in Ireland, of a cloud that looks at signatures, conditions, policies and ACLs. */
async function bucketWithAcls(): Promise<Bucket> {
  const { everywhere } = await localS3();
  return everywhere.createBucket('example-reports', { region: 'eu-west-1', ownership: 'ObjectWriter' });
}

async function codeOf(answer: Response): Promise<string> {
  return /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? `${answer.status}`;
}

test('who has a signed URL can do that, and nothing else', async () => {
  const object = (await bucketWithAcls()).object(key);
  const metadata = { own: 'x' };
  const { url, method, headers } = await object.signedUrl({
    method: 'PUT',
    contentType: 'text/csv',
    size: 3,
    metadata,
  });
  expect(
    await codeOf(await fetch(url, { method, headers: { ...headers, 'content-type': 'text/html' }, body: 'a;b' })),
  ).toBe('SignatureDoesNotMatch');
  const { 'content-length': _, ...others } = headers;
  expect((await fetch(url, { method, headers: others, body: 'a;b;c' })).status).toBe(403);
  expect((await fetch(url)).status).toBe(403);
  expect((await fetch(url, { method, headers, body: 'a;b' })).status).toBe(200);
  expect(await object.head()).toMatchObject({ size: 3, contentType: 'text/csv', metadata });

  const get = await object.signedUrl({
    answer: { contentDisposition: 'attachment; filename="ü.csv"', contentType: 'text/x' },
  });
  const got = await fetch(get.url);
  expect([await got.text(), got.headers.get('content-type')]).toEqual(['a;b', 'text/x']);
  const head = await object.signedUrl({ method: 'HEAD' });
  expect((await fetch(head.url, { method: 'HEAD' })).headers.get('content-length')).toBe('3');
  const gone = await object.signedUrl({ method: 'DELETE' });
  expect((await fetch(gone.url, { method: 'DELETE' })).status).toBe(204);
  expect(await object.exists()).toBe('absent');
});

test('a signed PUT of what must not be there yet is done once', async () => {
  const object = (await bucketWithAcls()).object(key);
  const { url, method, headers } = await object.signedUrl({ method: 'PUT', ifNoneMatch: '*' });
  expect(await codeOf(await fetch(url, { method, headers, body: '1' }))).toBe('200');
  expect(await codeOf(await fetch(url, { method, headers, body: '2' }))).toBe('PreconditionFailed');
});

test('a signed form uploads what its conditions allow', async () => {
  const bucket = await bucketWithAcls();
  const { url, fields } = await bucket.signedPost({
    key: { startsWith: 'up/' },
    size: { min: 1, max: 10 },
    contentType: { startsWith: 'text/' },
  });
  const post = async (text: string, more: Readonly<Record<string, string>> = { 'Content-Type': 'text/plain' }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...more })) form.append(name, value);
    form.append('file', new Blob([text]), 'a.txt');
    return codeOf(await fetch(url, { method: 'POST', body: form }));
  };
  expect(await post('hello')).toBe('204');
  expect(await (await bucket.object('up/a.txt').get()).text()).toBe('hello');
  expect(await post('far too long a text')).toBe('EntityTooLarge');
  expect(await post('')).toBe('EntityTooSmall');
  expect(await post('hello', { 'Content-Type': 'image/png' })).toBe('AccessDenied');
  expect(await post('hello', { 'Content-Type': 'text/plain', key: 'elsewhere' })).toBe('AccessDenied');
});

test('an object is open to all while its ACL or a policy says so', async () => {
  const bucket = await bucketWithAcls();
  await bucket.setPublicAccessBlock(undefined);
  const object = bucket.object('logo.png');
  await object.put('x');
  const [plain] = (await object.signedUrl()).url.split('?');
  const statusNow = async () => (await fetch(plain ?? '')).status;
  const everybody = { to: { group: 'AllUsers' }, permission: 'READ' } as const;
  const rights = await object.require('objectAcl');
  expect(await statusNow()).toBe(403);
  await rights.grant(everybody);
  expect(await statusNow()).toBe(200);
  await object.setMetadata({ own: 'x' });
  expect(await statusNow()).toBe(200);
  await object.changeStorageClass('STANDARD_IA');
  expect(await object.head()).toMatchObject({ metadata: { own: 'x' }, storageClass: 'STANDARD_IA' });
  await rights.revoke(everybody);
  expect(await statusNow()).toBe(403);
  const Resource = 'arn:aws:s3:::example-reports/*';
  await bucket.setPolicy({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }],
  });
  expect(await statusNow()).toBe(200);
});
