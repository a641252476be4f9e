import { describe, expect, it } from 'vitest';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

async function versioned() {
  const s3 = s3Client(await startForTest());
  const Bucket = await makeBucket(s3, 'things');
  const set = (Status: 'Enabled' | 'Suspended') =>
    s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status } });
  return { s3, Bucket, set, at: { Bucket, Key: 'k' } };
}

describe('versions', () => {
  it('are kept, marked as deleted, and brought back', async () => {
    const { s3, Bucket, set, at } = await versioned();
    await s3.putObject({ ...at, Body: 'null' });
    expect((await s3.getBucketVersioning({ Bucket })).Status).toBeUndefined();
    await set('Enabled');
    const one = await s3.putObject({ ...at, Body: 'one' });
    const marker = await s3.deleteObject(at);
    expect(marker).toMatchObject({ DeleteMarker: true, VersionId: expect.any(String) });
    await expect(s3.getObject(at)).rejects.toMatchObject({
      name: 'NoSuchKey',
      $response: { headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.VersionId } },
    });
    const ofMarker = s3.getObject({ ...at, VersionId: marker.VersionId });
    await expect(ofMarker).rejects.toMatchObject({ name: 'MethodNotAllowed', $metadata: { httpStatusCode: 405 } });
    const read = async (VersionId?: string) => (await s3.getObject({ ...at, VersionId })).Body?.transformToString();
    expect([await read(one.VersionId), await read('null')]).toEqual(['one', 'null']);
    const listed = await s3.listObjectVersions({ Bucket });
    expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [one.VersionId, false],
      ['null', false],
    ]);
    expect(listed.DeleteMarkers).toMatchObject([{ VersionId: marker.VersionId, IsLatest: true }]);
    expect((await s3.listObjectsV2({ Bucket })).KeyCount).toBe(0);
    await s3.deleteObject({ ...at, VersionId: marker.VersionId });
    expect(await read()).toBe('one');
    expect(await codeOf(s3.getObject({ ...at, VersionId: 'x' }))).toBe('NoSuchVersion');
    expect(await codeOf(s3.deleteObject({ ...at, VersionId: 'x\r\ny' }))).toBe('InvalidArgument');
  });

  it('are replaced one by one when they are suspended', async () => {
    const { s3, Bucket, set, at } = await versioned();
    await set('Enabled');
    await s3.putObject({ ...at, Body: 'one' });
    await set('Suspended');
    expect(await s3.putObject({ ...at, Body: 'two' })).toMatchObject({ VersionId: 'null' });
    await s3.putObject({ ...at, Body: 'three' });
    await s3.deleteObject(at);
    const { Versions, DeleteMarkers } = await s3.listObjectVersions({ Bucket });
    expect([Versions?.length, DeleteMarkers?.map(({ VersionId }) => VersionId)]).toEqual([1, ['null']]);
  });

  it('are listed page by page', async () => {
    const { s3, Bucket, set } = await versioned();
    await set('Enabled');
    for (const Key of ['a', 'a', 'a', 'b/1', 'b/2', 'c']) await s3.putObject({ Bucket, Key, Body: '-' });
    const seen: (string | undefined)[] = [];
    let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
    do {
      const page = await s3.listObjectVersions({ Bucket, MaxKeys: 2, Delimiter: '/', ...from });
      seen.push(
        ...(page.Versions ?? []).map(({ Key }) => Key),
        ...(page.CommonPrefixes ?? []).map((one) => one.Prefix),
      );
      from = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    } while (from.KeyMarker);
    expect(seen).toEqual(['a', 'a', 'a', 'b/', 'c']);
  });

  it('are copied and deleted by their ids', async () => {
    const { s3, Bucket, set, at } = await versioned();
    await set('Enabled');
    const old = await s3.putObject({ ...at, Body: 'old' });
    await s3.putObject({ ...at, Body: 'new' });
    const copy = await s3.copyObject({ Bucket, Key: 'copy', CopySource: `${Bucket}/k?versionId=${old.VersionId}` });
    expect(copy).toMatchObject({ CopySourceVersionId: old.VersionId, VersionId: expect.any(String) });
    expect(await (await s3.getObject({ Bucket, Key: 'copy' })).Body?.transformToString()).toBe('old');
    const { Deleted } = await s3.deleteObjects({
      Bucket,
      Delete: { Objects: [{ Key: 'k', VersionId: old.VersionId }, { Key: 'copy' }] },
    });
    expect(Deleted).toMatchObject([{ VersionId: old.VersionId }, { DeleteMarker: true }]);
    const marker = `${Bucket}/copy?versionId=${Deleted?.[1]?.DeleteMarkerVersionId}`;
    expect(await codeOf(s3.copyObject({ Bucket, Key: 'other', CopySource: marker }))).toBe('InvalidRequest');
  });
});
