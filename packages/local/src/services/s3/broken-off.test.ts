import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LocalCloudOptions } from '../../index.js';
import { codeOf, startForTest } from '../../testing/clients.js';
import { httpText } from '../../testing/raw-request.js';
import { makeBucket, otherS3Client, s3Client } from '../../testing/s3.js';
import { sendToS3 } from '../../testing/s3-request.js';

async function withFolder(options: LocalCloudOptions = {}) {
  const s3Folder = mkdtempSync(join(tmpdir(), 'local-test-'));
  onTestFinished(() => rmSync(s3Folder, { recursive: true, force: true }));
  const cloud = await startForTest({ s3Folder, ...options });
  const s3 = s3Client(cloud);
  const Bucket = await makeBucket(s3, 'things');
  const pieces = (): readonly string[] => {
    const folder = join(s3Folder, 'pieces');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  return { cloud, s3, Bucket, pieces };
}

describe('what breaks off', () => {
  it('leaves nothing of an upload whose sender left', async () => {
    const { s3, Bucket, pieces } = await withFolder();
    const leave = new AbortController();
    const body = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000);
        await vi.waitFor(() => expect(pieces()).toHaveLength(1));
        leave.abort();
        yield Buffer.alloc(100_000);
      })(),
    );
    const put = s3.putObject({ Bucket, Key: 'k', Body: body, ContentLength: 1_000_000 }, { abortSignal: leave.signal });
    expect(await codeOf(put)).toBe('AbortError');
    await vi.waitFor(() => expect(pieces()).toEqual([]));
    expect(await codeOf(s3.headObject({ Bucket, Key: 'k' }))).toBe('NotFound');
  });

  it.each(['things', 'theirs'])('outlives forms for %s that break off', async (bucket) => {
    const { cloud, s3, pieces } = await withFolder();
    await makeBucket(otherS3Client(cloud), 'theirs');
    const { url, fields } = await createPresignedPost(s3, { Bucket: 'things', Key: 'k' });
    const part = (name: string, value: string): string =>
      `--edge\r\ncontent-disposition: form-data; name="${name}"${name === 'file' ? '; filename="f"' : ''}\r\n\r\n${value}`;
    const texts = Object.entries({ ...fields, bucket }).map(([name, value]) => `${part(name, value)}\r\n`);
    const body = `${texts.join('')}${part('file', 'x'.repeat(100_000))}`;
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    const head = { host, 'content-length': '999999', 'content-type': 'multipart/form-data; boundary=edge' };
    socket.write(httpText('POST', `/${bucket}`, head, body));
    await cloud.requests.waitFor({ action: 'PostObject' });
    socket.destroy();
    await once(socket, 'close');
    await vi.waitFor(() => expect(pieces()).toEqual([]));
    expect(await codeOf(s3.listBuckets({}))).toBe('no error');
  });

  it('keeps no connection waiting whose body was refused half-way', async () => {
    const { cloud, pieces } = await withFolder();
    const chunk = 'x'.repeat(65_536);
    const wrong = `10000\r\n${chunk}\r\nnonsense\r\n${chunk.repeat(40)}`;
    const answer = await sendToS3(cloud, {
      method: 'PUT',
      path: '/things/k',
      payload: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      headers: { 'x-amz-decoded-content-length': '131072', 'x-amz-trailer': 'x-amz-checksum-crc32' },
      body: () => wrong,
    });
    expect(answer.code).toBe('InvalidChunkSizeError');
    expect(pieces()).toEqual([]);
  });

  it('lets an object be read to its end that is deleted meanwhile', async () => {
    const { s3, Bucket, pieces } = await withFolder();
    const { UploadId } = await s3.createMultipartUpload({ Bucket, Key: 'k' });
    const at = { Bucket, Key: 'k', UploadId };
    const Parts = [];
    for (const PartNumber of [1, 2]) {
      const Body = Buffer.alloc(6_000_000, String(PartNumber));
      Parts.push({ PartNumber, ETag: (await s3.uploadPart({ ...at, PartNumber, Body })).ETag });
    }
    await s3.completeMultipartUpload({ ...at, MultipartUpload: { Parts } });
    const { Body } = await s3.getObject({ Bucket, Key: 'k' });
    await s3.deleteObject({ Bucket, Key: 'k' });
    expect((await Body?.transformToByteArray())?.length).toBe(12_000_000);
    await vi.waitFor(() => expect(pieces()).toEqual([]));
  });

  it('lets an answer wait whose object is deleted meanwhile', async () => {
    const { cloud, s3, Bucket, pieces } = await withFolder({ latency: () => 60 });
    await s3.putObject({ Bucket, Key: 'k', Body: Buffer.alloc(100_000) });
    const getting = s3.getObject({ Bucket, Key: 'k' });
    await cloud.requests.waitFor({ action: 'GetObject' });
    await s3.deleteObject({ Bucket, Key: 'k' });
    const { Body } = await getting;
    expect((await Body?.transformToByteArray())?.length).toBe(100_000);
    await vi.waitFor(() => expect(pieces()).toEqual([]));
  });

  it('ends with the cloud', async () => {
    const { cloud, s3, Bucket } = await withFolder();
    await s3.putObject({ Bucket, Key: 'k', Body: Buffer.alloc(8_000_000) });
    const { Body } = await s3.getObject({ Bucket, Key: 'k' });
    await cloud.close();
    await expect(Body?.transformToByteArray()).rejects.toThrow();
  });
});
