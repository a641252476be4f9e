import { describe, expect, it } from 'vitest';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

async function withObject(size = 200_000) {
  const cloud = await startForTest();
  const s3 = s3Client(cloud);
  const Bucket = await makeBucket(s3, 'things');
  await s3.putObject({ Bucket, Key: 'k', Body: Buffer.alloc(size, 'x') });
  const read = async () => (await s3.getObject({ Bucket, Key: 'k' })).Body?.transformToByteArray();
  return { cloud, s3, Bucket, read };
}

describe('S3 and the faults', () => {
  it('breaks off in the middle of an object', async () => {
    const { cloud, read } = await withObject();
    await cloud.setFaults({ 'eu-west-1': { kind: 'truncated', action: 'GetObject', times: 1 } });
    await expect(read()).rejects.toThrow();
    expect((await read())?.length).toBe(200_000);
    await cloud.setFaults({ 'eu-west-1': { kind: 'truncated', length: 'half' } });
    // Whole by its length: its checksum alone tells.
    await expect(read()).rejects.toThrow('Checksum mismatch');
    await cloud.setFaults({ 'eu-west-1': { kind: 'empty' } });
    await expect(read()).rejects.toThrow('Checksum mismatch');
  });

  it('gives an object slowly', async () => {
    const { cloud, read } = await withObject(64);
    await cloud.setFaults({ 'eu-west-1': { kind: 'drip', bytesPerSecond: 10_000 } });
    expect((await read())?.length).toBe(64);
  });

  it('answers with errors of its own form, and takes no body for them', async () => {
    const { cloud, s3, Bucket } = await withObject();
    await cloud.setFaults({ 'eu-west-1': { kind: 'error', status: 503, code: 'SlowDown' } });
    const put = s3.putObject({ Bucket, Key: 'k', Body: Buffer.alloc(3_000_000) });
    await expect(put).rejects.toMatchObject({ name: 'SlowDown', $metadata: { requestId: expect.any(String) } });
    await cloud.setFaults({});
    expect(await codeOf(s3.headObject({ Bucket, Key: 'k' }))).toBe('no error');
  });

  it('is told of by its requests', async () => {
    const { cloud } = await withObject();
    const account = cloud.accounts[0]?.id;
    const match = { service: 's3', region: 'eu-west-1', account, action: 'PutObject' };
    expect(cloud.requests.count(match)).toBe(1);
    expect(cloud.requests.count({ action: 'CreateBucket' })).toBe(1);
  });

  it('has no region that is off', async () => {
    const cloud = await startForTest({ faults: { 'me-south-1': { kind: 'notEnabled' } } });
    expect(await codeOf(s3Client(cloud, 'me-south-1').listBuckets({}))).toBe('InvalidAccessKeyId');
  });
});
