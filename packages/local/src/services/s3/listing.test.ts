import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

const KEYS = ['a', 'b/1', 'b/2', 'b/c/3', 'd', '\uFFFD', '\u{1F600}'];

describe('listings of objects', () => {
  it('are in the order of bytes, page after page, whatever the page', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    for (const Key of [...KEYS].reverse()) await s3.putObject({ Bucket, Key, Body: Key });
    for (const MaxKeys of [1, 2, 3, 1000]) {
      const keys: (string | undefined)[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await s3.listObjectsV2({ Bucket, MaxKeys, ...(ContinuationToken && { ContinuationToken }) });
        expect(page).toMatchObject({ KeyCount: page.Contents?.length, MaxKeys });
        keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      expect(keys).toEqual(KEYS);
    }
  });

  it('fold what has a prefix in common, in both versions', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    for (const Key of KEYS) await s3.putObject({ Bucket, Key, Body: Key });
    const first = await s3.listObjectsV2({ Bucket, Delimiter: '/', MaxKeys: 2 });
    expect(first.Contents).toMatchObject([{ Key: 'a', Size: 1, StorageClass: 'STANDARD' }]);
    expect(first).toMatchObject({ CommonPrefixes: [{ Prefix: 'b/' }], IsTruncated: true, KeyCount: 2 });
    const rest = await s3.listObjectsV2({ Bucket, Delimiter: '/', ContinuationToken: first.NextContinuationToken });
    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['d', '\uFFFD', '\u{1F600}']);
    expect(rest.CommonPrefixes).toBeUndefined();
    const old = await s3.listObjects({ Bucket, Delimiter: '/', MaxKeys: 2 });
    expect(old).toMatchObject({ NextMarker: 'b/', IsTruncated: true });
    const below = await s3.listObjects({ Bucket, Delimiter: '/', Prefix: 'b/' });
    expect(below.CommonPrefixes).toEqual([{ Prefix: 'b/c/' }]);
    expect(below.Contents?.map(({ Key, Owner }) => [Key, typeof Owner?.ID])).toEqual([
      ['b/1', 'string'],
      ['b/2', 'string'],
    ]);
    const after = await s3.listObjectsV2({ Bucket, StartAfter: 'b/c/3', FetchOwner: true });
    expect(after.Contents?.[0]).toMatchObject({ Key: 'd', Owner: { ID: expect.any(String) } });
  });

  it('tell of restoring when they are asked to', async () => {
    const clock = new ManualClock();
    const s3 = s3Client(await startForTest({ clock, restoreTime: 1_000 }));
    const at = { Bucket: await makeBucket(s3, 'things'), Key: 'cold' };
    await s3.putObject({ ...at, Body: '-', StorageClass: 'GLACIER' });
    const { Bucket } = at;
    const asked = { Bucket, OptionalObjectAttributes: ['RestoreStatus' as const] };
    const told = async () => [
      (await s3.listObjects(asked)).Contents?.[0]?.RestoreStatus,
      (await s3.listObjectsV2(asked)).Contents?.[0]?.RestoreStatus,
      (await s3.listObjectVersions(asked)).Versions?.[0]?.RestoreStatus,
    ];
    const all = (status: unknown) => [status, status, status];
    expect(await told()).toEqual(all(undefined));
    await s3.restoreObject({ ...at, RestoreRequest: { Days: 1 } });
    expect(await told()).toEqual(all({ IsRestoreInProgress: true }));
    clock.advance(1_000);
    expect(await told()).toEqual(all({ IsRestoreInProgress: false, RestoreExpiryDate: expect.any(Date) }));
    expect((await s3.listObjectsV2({ Bucket })).Contents?.[0]?.RestoreStatus).toBeUndefined();
  });
});
