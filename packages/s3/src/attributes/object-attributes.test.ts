import { expect, test } from 'vitest';
import type { Asked } from '../testing/far-end.js';
import { type Answer, refusal } from '../testing/far-end.js';
import { answer, oneBucket, remembering } from '../testing/one-bucket.js';
import { publicGrant, withAcls } from '../testing/with-acls.js';

const head = {
  etag: '"old"',
  'content-length': '5',
  'content-type': 'text/csv',
  'content-language': 'de',
  'cache-control': 'no-cache',
  expires: 'Fri, 01 Jan 2027 00:00:00 GMT',
  'last-modified': 'Wed, 25 Nov 2026 12:00:00 GMT',
  'x-amz-meta-old': '1',
  'x-amz-storage-class': 'STANDARD_IA',
  'x-amz-server-side-encryption': 'aws:kms',
  'x-amz-server-side-encryption-aws-kms-key-id': 'key-1',
  'x-amz-server-side-encryption-bucket-key-enabled': 'true',
  'x-amz-checksum-sha256': 'abc=',
  'x-amz-website-redirect-location': '/new',
  'x-amz-object-lock-mode': 'GOVERNANCE',
  'x-amz-object-lock-retain-until-date': '2027-01-01T00:00:00Z',
  'x-amz-object-lock-legal-hold': 'ON',
};

/** An object that can be looked at and copied. */
function object({ method }: Asked): Answer {
  if (method === 'HEAD') return answer('', head);
  return answer('<CopyObjectResult><ETag>"new"</ETag></CopyObjectResult>', { 'x-amz-version-id': 'v2' });
}

/** What a copy onto itself says again where one of these is replaced. */
const described = {
  'content-type': 'text/csv',
  'content-language': 'de',
  'cache-control': 'no-cache',
  expires: 'Fri, 01 Jan 2027 00:00:00 GMT',
  'x-amz-metadata-directive': 'REPLACE',
};

/** And where not. */
const kept = {
  'x-amz-storage-class': 'STANDARD_IA',
  'x-amz-server-side-encryption': 'aws:kms',
  'x-amz-server-side-encryption-aws-kms-key-id': 'key-1',
  'x-amz-server-side-encryption-bucket-key-enabled': 'true',
  'x-amz-checksum-algorithm': 'SHA256',
  'x-amz-website-redirect-location': '/new',
  'x-amz-object-lock-mode': 'GOVERNANCE',
  'x-amz-object-lock-retain-until-date': '2027-01-01T00:00:00Z',
  'x-amz-object-lock-legal-hold': 'ON',
  'x-amz-copy-source': 'example-reports/a%20b/%C3%BC%2B',
  'x-amz-copy-source-if-match': '"old"',
};

test('metadata is changed by a copy onto itself that says all else again', async () => {
  const { bucket, sent, lines } = withAcls('BucketOwnerEnforced', object);
  const written = await bucket.object('a b/ü+').setMetadata({ New: '2' });
  expect(written).toEqual({ key: 'a b/ü+', size: 5, etag: 'new', versionId: 'v2' });
  const path = '/a b/ü+';
  expect(lines()).toEqual([`HEAD ${path}`, 'GET /?ownershipControls', `PUT ${path}`]);
  expect(sent[2]?.headers).toMatchObject({ ...kept, ...described, 'x-amz-meta-new': '2' });
  const names = Object.keys(sent[2]?.headers ?? {});
  expect(names.filter((name) => /meta-old|grant|x-amz-acl|tagging/.test(name))).toEqual([]);
});

test('other headers can be changed with it', async () => {
  const { bucket, sent } = withAcls('BucketOwnerEnforced', object);
  await bucket.object('a').setMetadata({}, { contentType: 'text/plain' });
  expect(sent[2]?.headers).toMatchObject({ 'content-type': 'text/plain', 'content-language': 'de' });
});

test('where there are ACLs, the one that it has goes along in the same request', async () => {
  const { bucket, sent, lines } = withAcls('ObjectWriter', object);
  const rights = await bucket.object('a').require('objectAcl');
  await rights.grant([
    { to: { group: 'AllUsers' }, permission: 'READ' },
    { to: { id: 'other' }, permission: 'READ' },
    { to: { email: 'a@example.com' }, permission: 'WRITE_ACP' },
  ]);
  const before = lines().length;
  await bucket.object('a').setMetadata({ New: '2' });
  expect(lines().slice(before)).toEqual(['HEAD /a', 'GET /a?acl', 'PUT /a']);
  expect(sent.at(-1)?.headers).toMatchObject({
    'x-amz-grant-full-control': 'id="owner-id"',
    'x-amz-grant-read': 'uri="http://acs.amazonaws.com/groups/global/AllUsers", id="other"',
    'x-amz-grant-write-acp': 'emailAddress="a@example.com"',
  });
  expect(publicGrant).toContain('AllUsers');
});

test('an ACL that is given is taken, and the old one is not asked for', async () => {
  const { bucket, sent, lines } = withAcls('ObjectWriter', object);
  await bucket.object('a').setMetadata({}, { acl: 'public-read' });
  expect(lines()).toEqual(['HEAD /a', 'PUT /a']);
  expect(sent[1]?.headers['x-amz-acl']).toBe('public-read');
});

test('a storage class is changed, and the metadata kept', async () => {
  const { bucket, sent } = withAcls('BucketOwnerEnforced', object);
  await bucket.object('a b/ü+').changeStorageClass('GLACIER_IR', { ifMatch: 'old' });
  expect(sent[0]?.headers['if-match']).toBe('"old"');
  expect(sent[2]?.headers).toMatchObject({
    ...kept,
    'x-amz-storage-class': 'GLACIER_IR',
    'x-amz-metadata-directive': 'COPY',
  });
});

test('what is larger than one copy takes is refused before it', async () => {
  const { bucket, lines } = oneBucket(() => answer('', { ...head, 'content-length': '5368709121' }));
  await expect(bucket.object('a').changeStorageClass('GLACIER')).rejects.toThrow('more than one copy takes');
  expect(lines()).toEqual(['HEAD /a']);
});

test('what somebody else has written meanwhile stays', async () => {
  const { bucket } = withAcls('BucketOwnerEnforced', (sent) =>
    sent.method === 'HEAD' ? answer('', head) : refusal('PreconditionFailed', 412),
  );
  await expect(bucket.object('a').setMetadata({})).rejects.toMatchObject({ name: 'PreconditionFailed' });
});

test('tags are set, read and taken away, of a version too', async () => {
  const { bucket, lines } = remembering(answer('<Tagging><TagSet/></Tagging>'));
  const one = bucket.object('a');
  expect(await one.tags()).toEqual({});
  await one.setTags({ a: 'ü', b: '' }, { versionId: 'v1' });
  expect(await one.tags()).toEqual({ a: 'ü', b: '' });
  await one.setTags(undefined);
  expect(await one.tags()).toEqual({});
  expect(lines()).toEqual([
    'GET /a?tagging',
    'PUT /a?tagging&versionId=v1',
    'GET /a?tagging',
    'DELETE /a?tagging',
    'GET /a?tagging',
  ]);
});

test('restoring begins, or is prolonged', async () => {
  let status = 202;
  const { bucket, sent, lines } = oneBucket(() => answer('', {}, status));
  expect(await bucket.object('a').restore({ days: 3, tier: 'Bulk', versionId: 'v1' })).toBe('begun');
  expect(sent[0]?.body).toContain('<Days>3</Days><GlacierJobParameters><Tier>Bulk</Tier></GlacierJobParameters>');
  status = 200;
  expect(await bucket.object('a').restore({ days: 5 })).toBe('prolonged');
  expect(lines()).toEqual(['POST /a?restore&versionId=v1', 'POST /a?restore']);
});

test.each([
  ['days is 0', { days: 0 }],
  ['tier is "Soon"', { tier: 'Soon' }],
  ["'hours' is not an option", { hours: 1 }],
])('restoring is refused: %s', async (sentence, options) => {
  const { bucket, sent } = oneBucket();
  await expect(bucket.object('a').restore(options as object)).rejects.toThrow(sentence);
  expect(sent).toEqual([]);
});
