import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../index.js';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';
import { type ByHand, type HandAnswer, sendToS3, signedChunks } from '../../testing/s3-request.js';

const SIGNED = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD';

async function withBucket(): Promise<LocalCloud> {
  const cloud = await startForTest();
  await makeBucket(s3Client(cloud), 'things');
  return cloud;
}

function put(cloud: LocalCloud, more: Partial<ByHand>): Promise<HandAnswer> {
  return sendToS3(cloud, { method: 'PUT', path: '/things/k', ...more });
}

async function read(cloud: LocalCloud): Promise<string | undefined> {
  const got = await s3Client(cloud).getObject({ Bucket: 'things', Key: 'k' });
  return got.Body?.transformToString();
}

describe('presigned URLs', () => {
  it('are good for as long as they say', async () => {
    const cloud = await withBucket();
    const s3 = s3Client(cloud, 'eu-west-1', { requestChecksumCalculation: 'WHEN_REQUIRED' });
    const at = { Bucket: 'things', Key: 'a b' };
    const putUrl = await getSignedUrl(s3, new PutObjectCommand({ ...at, ContentType: 'text/x' }), { expiresIn: 60 });
    const done = await fetch(putUrl, { method: 'PUT', body: 'hello', headers: { 'content-type': 'text/x' } });
    expect(done.status).toBe(200);
    const get = new GetObjectCommand({ ...at, ResponseContentType: 'text/y' });
    const answer = await fetch(await getSignedUrl(s3, get, { expiresIn: 60 }));
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/y', 'hello']);
    const old = await getSignedUrl(s3, get, { expiresIn: 60, signingDate: new Date(Date.now() - 61_000) });
    const expired = await fetch(old);
    expect([expired.status, await expired.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    const changed = await fetch((await getSignedUrl(s3, get)).replace('a%20b', 'a%20c'));
    expect([changed.status, await changed.text()]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')]);
  });

  it('of the older version are refused, as by buckets of today', async () => {
    const { url } = await withBucket();
    const answer = await fetch(`${url}/things/k?AWSAccessKeyId=AKIA&Signature=x&Expires=1`);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Please use AWS4-HMAC-SHA256')]);
  });
});

describe('signatures of S3', () => {
  it('are of the body, and of now', async () => {
    const cloud = await withBucket();
    const sha256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
    expect((await put(cloud, { payload: sha256, body: () => 'hello' })).status).toBe(200);
    expect((await put(cloud, { payload: sha256, body: () => 'hallo' })).code).toBe('XAmzContentSHA256Mismatch');
    expect((await put(cloud, { payload: 'SOMETHING', body: () => 'hallo' })).code).toBe('InvalidArgument');
    expect((await put(cloud, { at: new Date(Date.now() - 16 * 60_000) })).code).toBe('RequestTimeTooSkewed');
    expect((await put(cloud, { unsigned: { 'x-amz-meta-a': 'b' } })).code).toBe('AccessDenied');
    expect((await put(cloud, { region: 'nowhere-1' })).code).toBe('AuthorizationHeaderMalformed');
    expect(await read(cloud)).toBe('hello');
    const [one, two] = cloud.accounts;
    const stranger = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' };
    const wrong = {
      accessKeyId: one?.credentials.accessKeyId ?? '',
      secretAccessKey: two?.credentials.secretAccessKey ?? '',
    };
    const list = (credentials: typeof stranger) => s3Client(cloud, 'eu-west-1', { credentials }).listBuckets({});
    expect(await codeOf(list(stranger))).toBe('InvalidAccessKeyId');
    await expect(list(wrong)).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      StringToSign: expect.stringMatching(/^AWS4-HMAC-SHA256\n/),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('are of each chunk', async () => {
    const cloud = await withBucket();
    const headers = { 'x-amz-decoded-content-length': '11', 'content-encoding': 'aws-chunked,gzip' };
    const body = signedChunks(['hello ', 'world']);
    expect((await put(cloud, { payload: SIGNED, headers, body })).status).toBe(200);
    expect(await read(cloud)).toBe('hello world');
    const { ContentEncoding } = await s3Client(cloud).headObject({ Bucket: 'things', Key: 'k' });
    expect(ContentEncoding).toBe('gzip');
    const changed: NonNullable<ByHand['body']> = (seed) => body(seed).toString().replace('world', 'w0rld');
    expect((await put(cloud, { payload: SIGNED, headers, body: changed })).code).toBe('SignatureDoesNotMatch');
    const longer = { ...headers, 'x-amz-decoded-content-length': '12' };
    expect((await put(cloud, { payload: SIGNED, headers: longer, body })).code).toBe('IncompleteBody');
    expect((await put(cloud, { payload: SIGNED, body })).code).toBe('MissingContentLength');
  });

  it('are of the trailer behind them', async () => {
    const cloud = await withBucket();
    const headers = { 'x-amz-decoded-content-length': '5', 'x-amz-trailer': 'x-amz-checksum-crc32' };
    const send = (body: NonNullable<ByHand['body']>, payload = `${SIGNED}-TRAILER`) =>
      put(cloud, { payload, headers, body });
    const body = signedChunks(['hello'], 'x-amz-checksum-crc32:NhCmhg==');
    expect(await send(body)).toMatchObject({ status: 200, headers: { 'x-amz-checksum-crc32': 'NhCmhg==' } });
    const other = 'x-amz-checksum-crc32:AAAAAA==';
    expect((await send(signedChunks(['hello'], other))).code).toBe('BadDigest');
    const changed: NonNullable<ByHand['body']> = (seed) => body(seed).toString().replace('NhCmhg', 'AAAAAA');
    expect((await send(changed)).code).toBe('SignatureDoesNotMatch');
    const unsigned = `5\r\nhello\r\n0\r\n${other}\r\n\r\n`;
    expect((await send(() => unsigned, 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')).code).toBe('BadDigest');
    const none = '5\r\nhello\r\n0\r\n\r\n';
    expect((await send(() => none, 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')).code).toBe('MalformedTrailerError');
  });
});

describe('checksums', () => {
  it.each([
    ['CRC32', 'NhCmhg=='],
    ['CRC32C', 'mnG7TA=='],
    ['CRC64NVME', 'M3eFcAZSQlc='],
    ['SHA1', 'qvTGHdzF6KLavt4PO0gs2a6pQ00='],
    ['SHA256', 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='],
  ] as const)('%s is checked, kept and given back', async (ChecksumAlgorithm, value) => {
    const s3 = s3Client(await withBucket());
    const at = { Bucket: 'things', Key: 'k' };
    const name = `Checksum${ChecksumAlgorithm}`;
    expect(await s3.putObject({ ...at, Body: 'hello', ChecksumAlgorithm })).toMatchObject({ [name]: value });
    const got = await s3.getObject({ ...at, ChecksumMode: 'ENABLED' });
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({ [name]: value, ChecksumType: 'FULL_OBJECT' });
    const wrong = s3.putObject({ ...at, Body: 'hallo', [name]: value });
    expect(await codeOf(wrong)).toBe('BadDigest');
    const { Checksum } = await s3.getObjectAttributes({ ...at, ObjectAttributes: ['Checksum'] });
    expect(Checksum).toEqual({ [name]: value, ChecksumType: 'FULL_OBJECT' });
  });

  it('are MD5s too', async () => {
    const s3 = s3Client(await withBucket());
    const put = (ContentMD5: string) => codeOf(s3.putObject({ Bucket: 'things', Key: 'k', Body: 'hello', ContentMD5 }));
    expect(await put('XUFAKrxLKna5cZ2REBfFkg==')).toBe('no error');
    expect(await put('AAAAAAAAAAAAAAAAAAAAAA==')).toBe('BadDigest');
    expect(await put('x')).toBe('InvalidDigest');
    expect(await codeOf(s3.putObject({ Bucket: 'things', Key: 'x'.repeat(1025), Body: '-' }))).toBe('KeyTooLongError');
  });
});
