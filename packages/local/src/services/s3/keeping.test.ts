import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

const accounts = [{ id: '111122223333', credentials: { accessKeyId: 'AKIAKEPT', secretAccessKey: 'kept' } }];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'local-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function start(s3Folder: string): Promise<LocalCloud> {
  return startForTest({ s3Folder, accounts });
}

describe('a folder that is named', () => {
  it('has everything again when another cloud is started with it', async () => {
    const s3Folder = folder();
    const first = await start(s3Folder);
    const s3 = s3Client(first);
    const Bucket = await makeBucket(s3, 'things');
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
    const old = await s3.putObject({ Bucket, Key: 'a/ü', Body: 'old', Metadata: { a: 'b' } });
    await s3.putObject({ Bucket, Key: 'a/ü', Body: 'new' });
    await s3.deleteObject({ Bucket, Key: 'gone' });
    const upload = await s3.createMultipartUpload({ Bucket, Key: 'parts' });
    const at = { Bucket, Key: 'parts', UploadId: upload.UploadId };
    const { ETag } = await s3.uploadPart({ ...at, PartNumber: 1, Body: 'part' });
    await first.close();

    const again = s3Client(await start(s3Folder));
    const read = async (Key: string, VersionId?: string) => {
      const got = await again.getObject({ Bucket, Key, VersionId });
      return [await got.Body?.transformToString(), got.Metadata];
    };
    expect(await read('a/ü')).toEqual(['new', {}]);
    expect(await read('a/ü', old.VersionId)).toEqual(['old', { a: 'b' }]);
    expect((await again.listObjectVersions({ Bucket })).DeleteMarkers).toMatchObject([{ Key: 'gone' }]);
    await again.completeMultipartUpload({ ...at, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } });
    expect(await read('parts')).toEqual(['part', {}]);
    expect((await again.listBuckets({})).Buckets).toMatchObject([{ Name: 'things', BucketRegion: 'eu-west-1' }]);
  });

  it('has no bytes of what was deleted, refused or given up', async () => {
    const s3Folder = folder();
    const s3 = s3Client(await start(s3Folder));
    const Bucket = await makeBucket(s3, 'things');
    await s3.putObject({ Bucket, Key: 'k', Body: 'one' });
    await s3.putObject({ Bucket, Key: 'k', Body: 'two' });
    const wrong = s3.putObject({ Bucket, Key: 'k', Body: 'x', ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' });
    await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
    expect(readdirSync(join(s3Folder, 'pieces'))).toHaveLength(1);
    const { UploadId } = await s3.createMultipartUpload({ Bucket, Key: 'parts' });
    await s3.uploadPart({ Bucket, Key: 'parts', UploadId, PartNumber: 1, Body: 'part' });
    await s3.abortMultipartUpload({ Bucket, Key: 'parts', UploadId });
    await s3.deleteObject({ Bucket, Key: 'k' });
    await s3.deleteBucket({ Bucket });
    const left = ['buckets', 'versions', 'uploads', 'parts', 'pieces'].flatMap((name) =>
      readdirSync(join(s3Folder, name)),
    );
    expect(left).toEqual([]);
  });
});

describe('without one', () => {
  it('nothing is left when the cloud ends', async () => {
    const temporary = folder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const cloud = await startLocalCloud();
    const s3 = s3Client(cloud);
    const Bucket = await makeBucket(s3, 'things');
    await s3.putObject({ Bucket, Key: 'large', Body: Buffer.alloc(100_000) });
    expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^local-cloud-/)]);
    await cloud.close();
    expect(readdirSync(temporary)).toEqual([]);
  });
});
