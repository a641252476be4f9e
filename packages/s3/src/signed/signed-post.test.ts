import { afterEach, expect, test, vi } from 'vitest';
import { oneBucket } from '../testing/one-bucket.js';
import { signatureOf } from '../testing/signature-v4.js';
import type { SignedPost } from './signed-post.js';

afterEach(() => {
  vi.useRealTimers();
});

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly unknown[];
}

function policyOf({ fields }: SignedPost): Policy {
  return JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as Policy;
}

test('a form has its conditions, the key among them, and a signature over them', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z'), toFake: ['Date'] });
  const { bucket, sent } = oneBucket();
  const post = await bucket.signedPost({
    key: { startsWith: 'uploads/' },
    expiresIn: 600,
    size: { min: 1, max: 5_000 },
    contentType: { startsWith: 'image/' },
    metadata: { Own: 'x' },
  });
  expect(post.url).toMatch(/^https:\/\/s3\.eu-west-1\.amazonaws\.com\/example-reports\/?$/);
  expect(post.expires).toEqual(new Date('2026-11-25T12:10:00Z'));
  expect(post.fields['key']).toBe('uploads/$' + '{filename}');
  const { expiration, conditions } = policyOf(post);
  expect(expiration).toBe('2026-11-25T12:10:00Z');
  expect(conditions).toEqual(
    expect.arrayContaining([
      ['content-length-range', 1, 5_000],
      ['starts-with', '$Content-Type', 'image/'],
      ['starts-with', '$key', 'uploads/'],
      { 'x-amz-meta-own': 'x' },
      { bucket: 'example-reports' },
    ]),
  );
  const scope = ['20261125', 'eu-west-1', 's3', 'aws4_request'];
  expect(post.fields['X-Amz-Signature']).toBe(signatureOf(post.fields['Policy'] ?? '', 'secret', scope));
  expect(sent).toEqual([]);
});

test('every field but the policy and its signature is a condition', async () => {
  const { bucket } = oneBucket();
  const post = await bucket.signedPost({
    key: 'a.png',
    contentType: 'image/png',
    acl: 'private',
    redirectTo: 'https://example.com/done',
    fields: { 'x-amz-storage-class': 'STANDARD_IA' },
  });
  const { Policy, 'X-Amz-Signature': _, ...rest } = post.fields;
  const conditions = Object.assign({}, ...policyOf(post).conditions.filter((one) => !Array.isArray(one)));
  expect(conditions).toEqual(rest);
  expect(rest).toMatchObject({ key: 'a.png', 'Content-Type': 'image/png', acl: 'private' });
  expect(rest['success_action_redirect']).toBe('https://example.com/done');
});

test.each([
  ['signedPost({ key })', {}],
  ['signedPost({ key })', { key: '' }],
  ['expiresIn, in seconds, is 604801', { key: 'a', expiresIn: 604_801 }],
  ['size.max is -1', { key: 'a', size: { max: -1 } }],
  ['size is { min, max }', { key: 'a', size: { min: 2, max: 1 } }],
  ['size is { min, max }', { key: 'a', size: {} }],
  ['cannot be the name of a header', { key: 'a', metadata: { 'ä b': 'x' } }],
  ["'colour' is not an option", { key: 'a', colour: 'red' }],
])('is refused: %s', async (sentence, options) => {
  const { bucket } = oneBucket();
  await expect(bucket.signedPost(options as { key: string })).rejects.toThrow(sentence);
});
