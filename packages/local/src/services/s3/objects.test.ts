import { randomBytes } from 'node:crypto';
import type { S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

describe('objects', () => {
  it('come back as they were put', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    const put = await s3.putObject({
      Bucket,
      Key: 'a b/ü+%.txt',
      Body: 'hello',
      ContentType: 'text/plain',
      Metadata: { Colour: 'blue' },
      CacheControl: 'no-store',
    });
    expect(put.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    const got = await s3.getObject({ Bucket, Key: 'a b/ü+%.txt' });
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({
      ContentType: 'text/plain',
      ContentLength: 5,
      Metadata: { colour: 'blue' },
      CacheControl: 'no-store',
      ETag: put.ETag,
      ServerSideEncryption: 'AES256',
      AcceptRanges: 'bytes',
    });
    expect(got.$metadata).toMatchObject({ requestId: expect.any(String), extendedRequestId: expect.any(String) });
    expect(await s3.headObject({ Bucket, Key: 'a b/ü+%.txt' })).toMatchObject({ ContentLength: 5, ETag: put.ETag });
  });

  it('of megabytes pass through files, and parts of them are read', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    const Body = randomBytes(9_000_000);
    await s3.putObject({ Bucket, Key: 'large', Body });
    const whole = await s3.getObject({ Bucket, Key: 'large' });
    expect(Buffer.from((await whole.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true);
    const read = async (Range: string): Promise<Buffer> =>
      Buffer.from((await (await s3.getObject({ Bucket, Key: 'large', Range })).Body?.transformToByteArray()) ?? []);
    expect((await read('bytes=5000000-5000099')).equals(Body.subarray(5_000_000, 5_000_100))).toBe(true);
    expect((await read('bytes=-10')).equals(Body.subarray(-10))).toBe(true);
    expect((await read('bytes=8999990-')).equals(Body.subarray(-10))).toBe(true);
    await expect(read('bytes=9000000-')).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
  });

  it('are read under headers that the reader chooses, if they can be headers', async () => {
    const s3 = s3Client(await startForTest());
    const at = { Bucket: await makeBucket(s3, 'things'), Key: 'k' };
    await s3.putObject({ ...at, Body: 'x', ContentDisposition: 'inline' });
    const read = (ResponseContentDisposition: string) => s3.getObject({ ...at, ResponseContentDisposition });
    expect((await read('attachment')).ContentDisposition).toBe('attachment');
    expect(await codeOf(read('🍵'))).toBe('InvalidArgument');
    expect(await codeOf(read('a\r\nb: c'))).toBe('InvalidArgument');
  });

  it('are not there when they are deleted', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    await s3.putObject({ Bucket, Key: 'one', Body: '1' });
    await s3.deleteObject({ Bucket, Key: 'one' });
    await s3.deleteObject({ Bucket, Key: 'one' });
    expect(await codeOf(s3.getObject({ Bucket, Key: 'one' }))).toBe('NoSuchKey');
    expect(await codeOf(s3.headObject({ Bucket, Key: 'one' }))).toBe('NotFound');
    expect(await codeOf(s3.getObject({ Bucket: 'nobodys', Key: 'one' }))).toBe('NoSuchBucket');
  });

  it('are written and read under conditions', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    const { ETag } = await s3.putObject({ Bucket, Key: 'k', Body: '1', IfNoneMatch: '*' });
    expect(await codeOf(s3.putObject({ Bucket, Key: 'k', Body: '2', IfNoneMatch: '*' }))).toBe('PreconditionFailed');
    expect(await codeOf(s3.putObject({ Bucket, Key: 'k', Body: '2', IfMatch: '"0"' }))).toBe('PreconditionFailed');
    expect(await codeOf(s3.putObject({ Bucket, Key: 'none', Body: '2', IfMatch: '"0"' }))).toBe('NoSuchKey');
    expect(await codeOf(s3.putObject({ Bucket, Key: 'k', Body: '1', IfMatch: ETag }))).toBe('no error');
    const get = async (more: object): Promise<number | undefined> => {
      const got = s3.getObject({ Bucket, Key: 'k', ...more });
      return (await got.catch((error: S3ServiceException) => error)).$metadata.httpStatusCode;
    };
    expect(await get({ IfNoneMatch: ETag })).toBe(304);
    expect(await get({ IfMatch: ETag })).toBe(200);
    expect(await get({ IfMatch: '"0"' })).toBe(412);
    expect(await get({ IfModifiedSince: new Date(Date.now() + 60_000) })).toBe(304);
    expect(await get({ IfUnmodifiedSince: new Date(0) })).toBe(412);
  });
});
