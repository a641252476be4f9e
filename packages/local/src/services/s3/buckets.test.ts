import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../index.js';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, otherS3Client, s3Client } from '../../testing/s3.js';

/** What HeadBucket shows on the wire. */
async function head(cloud: LocalCloud, region: string, Bucket: string, endpoint = cloud.url): Promise<unknown> {
  const s3 = s3Client(cloud, region, { endpoint });
  try {
    const { BucketRegion, $metadata } = await s3.headBucket({ Bucket });
    return [$metadata.httpStatusCode, BucketRegion];
  } catch (error) {
    const { $metadata, $response } = error as {
      $metadata: { httpStatusCode: number };
      $response?: { headers: Record<string, string> };
    };
    return [$metadata.httpStatusCode, $response?.headers['x-amz-bucket-region']];
  }
}

describe('buckets', () => {
  it('have a name in the whole world, and one region', async () => {
    const cloud = await startForTest();
    const [ireland, virginia] = [s3Client(cloud, 'eu-west-1'), s3Client(cloud, 'us-east-1')];
    await makeBucket(ireland, 'irish');
    await makeBucket(virginia, 'virginian');
    await virginia.createBucket({ Bucket: 'parisian', CreateBucketConfiguration: { LocationConstraint: 'eu-west-3' } });
    const { Buckets } = await ireland.listBuckets({});
    expect(Buckets?.map(({ Name, BucketRegion }) => [Name, BucketRegion])).toEqual([
      ['irish', 'eu-west-1'],
      ['parisian', 'eu-west-3'],
      ['virginian', 'us-east-1'],
    ]);
    expect((await ireland.getBucketLocation({ Bucket: 'irish' })).LocationConstraint).toBe('eu-west-1');
    expect((await virginia.getBucketLocation({ Bucket: 'virginian' })).LocationConstraint).toBeUndefined();
    expect((await virginia.getBucketLocation({ Bucket: 'parisian' })).LocationConstraint).toBe('eu-west-3');
    expect(await codeOf(makeBucket(otherS3Client(cloud), 'irish'))).toBe('BucketAlreadyExists');
    expect(await codeOf(makeBucket(ireland, 'irish'))).toBe('BucketAlreadyOwnedByYou');
    expect(await codeOf(makeBucket(virginia, 'virginian'))).toBe('no error');
  });

  it('are made where their endpoint is', async () => {
    const cloud = await startForTest();
    const s3 = s3Client(cloud, 'eu-west-1');
    const make = (place: string): Promise<string> =>
      codeOf(s3.createBucket({ Bucket: 'abc', CreateBucketConfiguration: { LocationConstraint: place as 'EU' } }));
    expect(await make('eu-west-2')).toBe('IllegalLocationConstraintException');
    expect(await make('us-east-1')).toBe('InvalidLocationConstraint');
    expect(await make('nowhere')).toBe('InvalidLocationConstraint');
    expect(await make('EU')).toBe('no error');
    expect(await codeOf(makeBucket(s3, 'UPPER'))).toBe('InvalidBucketName');
  });

  it('tell where they are to those who ask elsewhere', async () => {
    const cloud = await startForTest();
    await makeBucket(s3Client(cloud, 'eu-west-1'), 'irish');
    expect(await head(cloud, 'eu-west-1', 'irish')).toEqual([200, 'eu-west-1']);
    expect(await head(cloud, 'us-east-1', 'irish')).toEqual([301, 'eu-west-1']);
    expect(await head(cloud, 'ap-south-1', 'irish', cloud.endpoint('s3', 'ap-south-1'))).toEqual([301, 'eu-west-1']);
    expect(await head(cloud, 'us-east-1', 'nobodys')).toEqual([404, undefined]);
    await expect(otherS3Client(cloud).headBucket({ Bucket: 'irish' })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
      $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } },
    });
  });

  it('redirect at an address of another region, and find the signature malformed at the common one', async () => {
    const cloud = await startForTest();
    await makeBucket(s3Client(cloud, 'eu-west-1'), 'irish');
    const list = (endpoint: string) => s3Client(cloud, 'us-west-2', { endpoint }).listObjectsV2({ Bucket: 'irish' });
    await expect(list(cloud.endpoint('s3', 'us-west-2'))).rejects.toMatchObject({
      name: 'PermanentRedirect',
      Endpoint: `s3.eu-west-1.localhost:${new URL(cloud.url).port}`,
      Bucket: 'irish',
      $metadata: { httpStatusCode: 301 },
      $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } },
    });
    await expect(list(cloud.url)).rejects.toMatchObject({
      name: 'AuthorizationHeaderMalformed',
      message: "The authorization header is malformed; the region 'us-west-2' is wrong; expecting 'eu-west-1'",
      Region: 'eu-west-1',
      $metadata: { httpStatusCode: 400 },
    });
    await expect(list(cloud.endpoint('s3', 'eu-west-1'))).rejects.toMatchObject({ Region: 'eu-west-1' });
  });

  it.each([
    ['redirect', 'PermanentRedirect', 301],
    ['malformed', 'AuthorizationHeaderMalformed', 400],
  ] as const)('answer %s wherever they are asked, when they are told to', async (s3WrongRegion, code, status) => {
    const cloud = await startForTest({ s3WrongRegion });
    await makeBucket(s3Client(cloud, 'eu-west-1'), 'irish');
    for (const endpoint of [cloud.url, cloud.endpoint('s3', 'us-west-2')]) {
      const s3 = s3Client(cloud, 'us-west-2', { endpoint });
      expect(await codeOf(s3.listObjectsV2({ Bucket: 'irish' }))).toBe(code);
      expect(await head(cloud, 'us-west-2', 'irish', endpoint)).toEqual([status, 'eu-west-1']);
    }
  });

  it('are found by the SDK itself, when it may follow', async () => {
    const cloud = await startForTest({ s3WrongRegion: 'redirect' });
    await makeBucket(s3Client(cloud, 'eu-west-1'), 'irish');
    const s3 = s3Client(cloud, 'us-west-2', { followRegionRedirects: true });
    expect((await s3.listObjectsV2({ Bucket: 'irish' })).KeyCount).toBe(0);
    expect(cloud.requests.recent.map(({ region }) => region)).toContain('us-west-2');
  });

  it('are listed by pages, prefixes and regions', async () => {
    const cloud = await startForTest();
    const s3 = s3Client(cloud, 'us-east-1');
    for (const name of ['one', 'two', 'three']) await makeBucket(s3, `bucket-${name}`);
    await makeBucket(s3Client(cloud, 'eu-west-1'), 'other');
    const first = await s3.listBuckets({ MaxBuckets: 2 });
    expect(first.Buckets?.map(({ Name }) => Name)).toEqual(['bucket-one', 'bucket-three']);
    const rest = await s3.listBuckets({ ContinuationToken: first.ContinuationToken });
    expect(rest.Buckets?.map(({ Name }) => Name)).toEqual(['bucket-two', 'other']);
    expect((await s3.listBuckets({ BucketRegion: 'eu-west-1' })).Buckets).toMatchObject([{ Name: 'other' }]);
    expect(await s3.listBuckets({ Prefix: 'bucket-t' })).toMatchObject({ Prefix: 'bucket-t', Buckets: [{}, {}] });
  });

  it('have tags from the start, and no locks', async () => {
    const s3 = s3Client(await startForTest(), 'us-east-1');
    const Tags = [{ Key: 'team', Value: 'tea' }];
    await s3.createBucket({ Bucket: 'tagged', CreateBucketConfiguration: { Tags } });
    expect((await s3.getBucketTagging({ Bucket: 'tagged' })).TagSet).toEqual(Tags);
    expect(await codeOf(s3.createBucket({ Bucket: 'locked', ObjectLockEnabledForBucket: true }))).toBe(
      'NotImplemented',
    );
    const SSECustomerKey = Buffer.alloc(32).toString('base64');
    const secret = { Bucket: 'tagged', Key: 'k', SSECustomerAlgorithm: 'AES256', SSECustomerKey };
    expect(await codeOf(s3.putObject({ ...secret, Body: 'x' }))).toBe('NotImplemented');
  });

  it('are deleted when nothing is in them', async () => {
    const s3 = s3Client(await startForTest());
    const Bucket = await makeBucket(s3, 'things');
    await s3.putObject({ Bucket, Key: 'one', Body: '1' });
    expect(await codeOf(s3.deleteBucket({ Bucket }))).toBe('BucketNotEmpty');
    await s3.deleteObject({ Bucket, Key: 'one' });
    await s3.deleteBucket({ Bucket });
    expect(await codeOf(s3.deleteBucket({ Bucket }))).toBe('NoSuchBucket');
  });
});
