import { Upload } from '@aws-sdk/lib-storage';
import { describe, expect, it } from 'vitest';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, otherS3Client, s3Client } from '../../testing/s3.js';

describe('copies', () => {
  it('keep what is said of the source, or have words of their own', async () => {
    const cloud = await startForTest();
    const [s3, far] = [s3Client(cloud), s3Client(cloud, 'us-west-2')];
    const Bucket = await makeBucket(s3, 'things');
    const there = await makeBucket(far, 'elsewhere');
    await s3.putObject({ Bucket, Key: 'a b', Body: 'x', Metadata: { a: '1' }, Tagging: 'k=v', ContentType: 'text/x' });
    const CopySource = `${Bucket}/a%20b`;
    await far.copyObject({ Bucket: there, Key: 'kept', CopySource });
    const kept = await far.headObject({ Bucket: there, Key: 'kept' });
    expect(kept).toMatchObject({ Metadata: { a: '1' }, ContentType: 'text/x', TagCount: 1 });
    const own = { MetadataDirective: 'REPLACE', TaggingDirective: 'REPLACE', Metadata: { b: '2' } } as const;
    await far.copyObject({ Bucket: there, Key: 'own', CopySource, ...own, StorageClass: 'STANDARD_IA' });
    const changed = await far.headObject({ Bucket: there, Key: 'own' });
    expect(changed).toMatchObject({ Metadata: { b: '2' }, StorageClass: 'STANDARD_IA' });
    expect(changed.TagCount).toBeUndefined();
    expect(await codeOf(s3.copyObject({ Bucket, Key: 'a b', CopySource }))).toBe('InvalidRequest');
    expect(await codeOf(s3.copyObject({ Bucket, Key: 'a b', CopySource, ...own }))).toBe('no error');
    expect(await codeOf(s3.copyObject({ Bucket, Key: 'c', CopySource: `${Bucket}/none` }))).toBe('NoSuchKey');
    expect(await codeOf(s3.copyObject({ Bucket, Key: 'c', CopySource: 'none' }))).toBe('InvalidArgument');
    const strange = otherS3Client(cloud);
    const theirs = await makeBucket(strange, 'theirs');
    expect(await codeOf(strange.copyObject({ Bucket: theirs, Key: 'c', CopySource }))).toBe('AccessDenied');
  });

  it('live on when their source goes, and are in one part', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    const Body = Buffer.alloc(6_000_000, 'ab');
    await new Upload({ client: s3, params: { Bucket, Key: 'parts', Body } }).done();
    await s3.putObject({ Bucket, Key: 'whole', Body });
    const { ETag } = await s3.headObject({ Bucket, Key: 'whole' });
    for (const source of ['parts', 'whole']) {
      await s3.copyObject({ Bucket, Key: 'copy', CopySource: `${Bucket}/${source}` });
      await s3.deleteObject({ Bucket, Key: source });
      const got = await s3.getObject({ Bucket, Key: 'copy' });
      expect(got.ETag).toBe(ETag);
      expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true);
    }
  });

  it('are deleted a thousand at a time', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    for (const Key of [' a ', 'b&<>', 'c']) await s3.putObject({ Bucket, Key, Body: '-' });
    const Objects = [{ Key: ' a ' }, { Key: 'b&<>' }, { Key: 'never was' }, { Key: 'c', ETag: '"0"' }];
    const done = await s3.deleteObjects({ Bucket, Delete: { Objects } });
    expect(done.Deleted?.map(({ Key }) => Key)).toEqual([' a ', 'b&<>', 'never was']);
    expect(done.Errors).toMatchObject([{ Key: 'c', Code: 'PreconditionFailed' }]);
    expect(
      (await s3.deleteObjects({ Bucket, Delete: { Objects: [{ Key: 'c' }], Quiet: true } })).Deleted,
    ).toBeUndefined();
    expect((await s3.listObjectsV2({ Bucket })).KeyCount).toBe(0);
    const many = Array.from({ length: 1001 }, (_, index) => ({ Key: String(index) }));
    expect(await codeOf(s3.deleteObjects({ Bucket, Delete: { Objects: many } }))).toBe('MalformedXML');
  });
});
