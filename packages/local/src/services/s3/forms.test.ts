import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

async function formOf(more: object = {}) {
  const cloud = await startForTest();
  const s3 = s3Client(cloud);
  const Bucket = await makeBucket(s3, 'things');
  const { url, fields } = await createPresignedPost(s3, {
    Bucket,
    // S3 puts the file's name there.
    Key: ['up/$', '{filename}'].join(''),
    Conditions: [
      ['content-length-range', 1, 10],
      ['starts-with', '$Content-Type', 'text/'],
    ],
    Fields: { success_action_status: '201' },
    ...more,
  });
  const post = (file: string, changes: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, 'Content-Type': 'text/x', ...changes }))
      form.append(name, value);
    form.append('file', new Blob([file]), 'n.txt');
    form.append('after', 'counts for nothing');
    return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  };
  return { s3, Bucket, post };
}

describe('forms', () => {
  it('put what their policy allows', async () => {
    const { s3, Bucket, post } = await formOf();
    const done = await post('hello');
    expect([done.status, await done.text()]).toEqual([201, expect.stringContaining('<Key>up/n.txt</Key>')]);
    const got = await s3.getObject({ Bucket, Key: 'up/n.txt' });
    expect([got.ContentType, await got.Body?.transformToString()]).toEqual(['text/x', 'hello']);
  });

  it.each([
    ['a file that is too long', 'hello world!', {}, 400, 'EntityTooLarge'],
    ['one that is too short', '', {}, 400, 'EntityTooSmall'],
    ['a field of another kind', 'x', { 'Content-Type': 'image/x' }, 403, 'Policy Condition failed'],
    ['a field that was not foreseen', 'x', { 'x-amz-meta-a': 'b' }, 403, 'Extra input fields: x-amz-meta-a'],
    ['another key', 'x', { key: 'elsewhere' }, 403, 'Policy Condition failed'],
    ['words of other letters that were not foreseen', 'x', { 'x-amz-meta-b': '🍵' }, 403, 'Extra input fields'],
    ['another policy', 'x', { Policy: Buffer.from('{}').toString('base64') }, 403, 'SignatureDoesNotMatch'],
  ])('refuse %s', async (_, file, changes, status, text) => {
    const { post } = await formOf();
    const answer = await post(file, changes as Record<string, string>);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(text)]);
  });

  it('send the browser on', async () => {
    const { post } = await formOf({ Fields: { success_action_redirect: 'http://page.example/done?x=1' } });
    const answer = await post('hello');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^http:\/\/page\.example\/done\?x=1&bucket=things&key=up%2Fn\.txt&etag=%22/),
    ]);
  });
});
