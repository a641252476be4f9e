import { createHash, randomBytes } from 'node:crypto';
import { Upload } from '@aws-sdk/lib-storage';
import { describe, expect, it } from 'vitest';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

const MIB = 1_048_576;

async function begun(more: object = {}) {
  const s3 = s3Client(await startForTest());
  const Bucket = await makeBucket(s3, 'things');
  const { UploadId = '' } = await s3.createMultipartUpload({ Bucket, Key: 'k', ContentType: 'text/x', ...more });
  return { s3, at: { Bucket, Key: 'k', UploadId } };
}

describe('uploads in parts', () => {
  it('are what the SDK’s own Upload makes them', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    const Body = randomBytes(11 * MIB);
    const done = await new Upload({ client: s3, params: { Bucket, Key: 'large', Body } }).done();
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    const got = await s3.getObject({ Bucket, Key: 'large', ChecksumMode: 'ENABLED' });
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true);
    expect(got).toMatchObject({ ChecksumType: 'COMPOSITE', ChecksumCRC32: expect.stringMatching(/-3$/) });
    const part = await s3.getObject({ Bucket, Key: 'large', PartNumber: 2 });
    expect(part).toMatchObject({ PartsCount: 3, ContentRange: `bytes ${5 * MIB}-${10 * MIB - 1}/${11 * MIB}` });
    const middle = await s3.getObject({ Bucket, Key: 'large', Range: `bytes=${5 * MIB - 2}-${5 * MIB + 1}` });
    expect(Buffer.from((await middle.Body?.transformToByteArray()) ?? [])).toEqual(
      Body.subarray(5 * MIB - 2, 5 * MIB + 2),
    );
    const attributes = await s3.getObjectAttributes({
      Bucket,
      Key: 'large',
      ObjectAttributes: ['ETag', 'ObjectParts', 'ObjectSize', 'Checksum', 'StorageClass'],
    });
    expect(attributes).toMatchObject({
      ETag: done.ETag?.slice(1, -1),
      ObjectSize: 11 * MIB,
      StorageClass: 'STANDARD',
      ObjectParts: { TotalPartsCount: 3, Parts: [{ PartNumber: 1, Size: 5 * MIB }, {}, {}] },
      Checksum: { ChecksumType: 'COMPOSITE' },
    });
  });

  it('are listed while they are under way, and gone when they end', async () => {
    const { s3, at } = await begun();
    const { Bucket } = at;
    const one = await s3.uploadPart({ ...at, PartNumber: 1, Body: 'a'.repeat(5 * MIB) });
    await s3.uploadPart({ ...at, PartNumber: 3, Body: 'three' });
    const three = await s3.uploadPart({ ...at, PartNumber: 3, Body: 'THREE' });
    await s3.createMultipartUpload({ Bucket, Key: 'other/1' });
    expect(await s3.listParts({ ...at, MaxParts: 1 })).toMatchObject({
      Parts: [{ PartNumber: 1, ETag: one.ETag, Size: 5 * MIB }],
      IsTruncated: true,
      NextPartNumberMarker: '1',
    });
    expect((await s3.listParts({ ...at, PartNumberMarker: '1' })).Parts).toMatchObject([{ PartNumber: 3, Size: 5 }]);
    const uploads = await s3.listMultipartUploads({ Bucket, MaxUploads: 1 });
    expect(uploads).toMatchObject({ Uploads: [{ Key: 'k', UploadId: at.UploadId }], NextKeyMarker: 'k' });
    const rest = await s3.listMultipartUploads({
      Bucket,
      KeyMarker: uploads.NextKeyMarker,
      UploadIdMarker: uploads.NextUploadIdMarker,
    });
    expect(rest.Uploads).toMatchObject([{ Key: 'other/1' }]);
    const folded = await s3.listMultipartUploads({ Bucket, Delimiter: '/' });
    expect(folded.CommonPrefixes).toEqual([{ Prefix: 'other/' }]);
    const Parts = [
      { PartNumber: 1, ETag: one.ETag },
      { PartNumber: 3, ETag: three.ETag },
    ];
    const done = await s3.completeMultipartUpload({ ...at, MultipartUpload: { Parts } });
    const md5 = (text: string): Buffer => createHash('md5').update(text).digest();
    const both = createHash('md5')
      .update(md5('a'.repeat(5 * MIB)))
      .update(md5('THREE'));
    expect(done.ETag).toBe(`"${both.digest('hex')}-2"`);
    const again = await s3.completeMultipartUpload({ ...at, MultipartUpload: { Parts } });
    expect(again.ETag).toBe(done.ETag);
    expect(await s3.headObject({ Bucket, Key: 'k' })).toMatchObject({
      ContentType: 'text/x',
      ContentLength: 5 * MIB + 5,
    });
    expect(await codeOf(s3.listParts(at))).toBe('NoSuchUpload');
  });

  it('are refused when the parts are not those', async () => {
    const { s3, at } = await begun();
    const { ETag } = await s3.uploadPart({ ...at, PartNumber: 1, Body: 'small' });
    await s3.uploadPart({ ...at, PartNumber: 2, Body: 'small' });
    const complete = (...Parts: object[]): Promise<string> =>
      codeOf(s3.completeMultipartUpload({ ...at, MultipartUpload: { Parts } }));
    expect(await complete()).toBe('MalformedXML');
    expect(await complete({ PartNumber: 2, ETag }, { PartNumber: 1, ETag })).toBe('InvalidPartOrder');
    expect(await complete({ PartNumber: 1, ETag }, { PartNumber: 2, ETag })).toBe('EntityTooSmall');
    expect(await complete({ PartNumber: 1, ETag: '"0"' })).toBe('InvalidPart');
    expect(await complete({ PartNumber: 9, ETag })).toBe('InvalidPart');
    expect(await codeOf(s3.uploadPart({ ...at, PartNumber: 10_001, Body: '-' }))).toBe('InvalidArgument');
    await s3.putObject({ Bucket: at.Bucket, Key: 'k', Body: 'there' });
    const conditional = s3.completeMultipartUpload({
      ...at,
      IfNoneMatch: '*',
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    });
    expect(await codeOf(conditional)).toBe('PreconditionFailed');
    await s3.abortMultipartUpload(at);
    expect(await codeOf(s3.abortMultipartUpload(at))).toBe('NoSuchUpload');
  });

  it('have the checksum that they were begun with', async () => {
    const { s3, at } = await begun({ ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const wrong = s3.uploadPart({ ...at, PartNumber: 1, Body: 'hello ', ChecksumAlgorithm: 'SHA1' });
    expect(await codeOf(wrong)).toBe('InvalidRequest');
    const { ETag } = await s3.uploadPart({ ...at, PartNumber: 1, Body: 'hello', ChecksumAlgorithm: 'CRC32' });
    const Parts = [{ PartNumber: 1, ETag }];
    const bad = s3.completeMultipartUpload({ ...at, MultipartUpload: { Parts }, ChecksumCRC32: 'AAAAAA==' });
    expect(await codeOf(bad)).toBe('BadDigest');
    const done = await s3.completeMultipartUpload({
      ...at,
      MultipartUpload: { Parts },
      ChecksumCRC32: 'NhCmhg==',
      ChecksumType: 'FULL_OBJECT',
    });
    expect(done).toMatchObject({ ChecksumCRC32: 'NhCmhg==', ChecksumType: 'FULL_OBJECT' });
  });

  it('take parts of objects', async () => {
    const { s3, at } = await begun();
    const { Bucket } = at;
    await s3.putObject({ Bucket, Key: 'source', Body: '0123456789' });
    const copy = (more: object) => s3.uploadPartCopy({ ...at, PartNumber: 1, CopySource: `${Bucket}/source`, ...more });
    expect(await codeOf(copy({ CopySourceRange: 'bytes=5-10' }))).toBe('InvalidArgument');
    expect(await codeOf(copy({ CopySourceIfMatch: '"0"' }))).toBe('PreconditionFailed');
    const { CopyPartResult } = await copy({ CopySourceRange: 'bytes=3-5' });
    const Parts = [{ PartNumber: 1, ETag: CopyPartResult?.ETag }];
    await s3.completeMultipartUpload({ ...at, MultipartUpload: { Parts } });
    const got = await s3.getObject({ Bucket, Key: 'k' });
    expect(await got.Body?.transformToString()).toBe('345');
  });
});
