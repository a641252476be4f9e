import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../index.js';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, s3Client } from '../../testing/s3.js';

async function bucket() {
  const s3 = s3Client(await startForTest());
  return { s3, Bucket: await makeBucket(s3, 'things') };
}

describe('settings of buckets', () => {
  it('have errors of their own when they are not there', async () => {
    const { s3, Bucket } = await bucket();
    const codes = [
      s3.getBucketCors({ Bucket }),
      s3.getBucketLifecycleConfiguration({ Bucket }),
      s3.getBucketWebsite({ Bucket }),
      s3.getBucketTagging({ Bucket }),
      s3.getBucketPolicy({ Bucket }),
      s3.getBucketLogging({ Bucket }),
      s3.getBucketNotificationConfiguration({ Bucket }),
    ].map(codeOf);
    expect(await Promise.all(codes)).toEqual([
      'NoSuchCORSConfiguration',
      'NoSuchLifecycleConfiguration',
      'NoSuchWebsiteConfiguration',
      'NoSuchTagSet',
      'NoSuchBucketPolicy',
      'no error',
      'no error',
    ]);
    expect(await codeOf(s3.getBucketReplication({ Bucket }))).toBe('NotImplemented');
    // None of them is taken for the putting of the bucket or the object itself.
    const tables = { Bucket, InventoryTableConfiguration: { ConfigurationState: 'DISABLED' as const } };
    expect(await codeOf(s3.updateBucketMetadataInventoryTableConfiguration(tables))).toBe('NotImplemented');
    const ObjectEncryption = { SSEKMS: { KMSKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k' } };
    expect(await codeOf(s3.updateObjectEncryption({ Bucket, Key: 'k', ObjectEncryption }))).toBe('NotImplemented');
  });

  it('of a new bucket are those of AWS', async () => {
    const { s3, Bucket } = await bucket();
    expect((await s3.getPublicAccessBlock({ Bucket })).PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    });
    expect((await s3.getBucketOwnershipControls({ Bucket })).OwnershipControls?.Rules).toEqual([
      { ObjectOwnership: 'BucketOwnerEnforced' },
    ]);
    expect((await s3.getBucketEncryption({ Bucket })).ServerSideEncryptionConfiguration?.Rules).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
    ]);
    expect((await s3.getBucketRequestPayment({ Bucket })).Payer).toBe('BucketOwner');
    await s3.deletePublicAccessBlock({ Bucket });
    expect(await codeOf(s3.getPublicAccessBlock({ Bucket }))).toBe('NoSuchPublicAccessBlockConfiguration');
    await s3.deleteBucketOwnershipControls({ Bucket });
    expect(await codeOf(s3.getBucketOwnershipControls({ Bucket }))).toBe('OwnershipControlsNotFoundError');
  });

  it('come back as they were put, and go when they are deleted', async () => {
    const { s3, Bucket } = await bucket();
    const rule = { ID: 'r', Status: 'Enabled', Filter: { Prefix: 'a&b/' }, Expiration: { Days: 3 } } as const;
    await s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: { Rules: [rule] } });
    expect((await s3.getBucketLifecycleConfiguration({ Bucket })).Rules).toEqual([rule]);
    await s3.deleteBucketLifecycle({ Bucket });
    expect(await codeOf(s3.getBucketLifecycleConfiguration({ Bucket }))).toBe('NoSuchLifecycleConfiguration');
    const website = { IndexDocument: { Suffix: 'index.html' } };
    await s3.putBucketWebsite({ Bucket, WebsiteConfiguration: website });
    expect(await s3.getBucketWebsite({ Bucket })).toMatchObject(website);
    const TagSet = [{ Key: 'team', Value: 'a+b=c' }];
    await s3.putBucketTagging({ Bucket, Tagging: { TagSet } });
    expect((await s3.getBucketTagging({ Bucket })).TagSet).toEqual(TagSet);
    await s3.putBucketRequestPayment({ Bucket, RequestPaymentConfiguration: { Payer: 'Requester' } });
    expect((await s3.getBucketRequestPayment({ Bucket })).Payer).toBe('Requester');
    const rules = { Rules: [{ Status: 'Maybe' as 'Enabled' }] };
    const wrong = s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: rules });
    expect(await codeOf(wrong)).toBe('MalformedXML');
  });

  it('let web pages in by CORS', async () => {
    const cloud = await startForTest();
    const s3 = s3Client(cloud);
    const Bucket = await makeBucket(s3, 'things');
    const preflight = async (origin: string, method = 'PUT') => {
      const headers = { origin, 'access-control-request-method': method, 'access-control-request-headers': 'x-a' };
      const answer = await fetch(`${cloud.url}/things/k`, { method: 'OPTIONS', headers });
      return [answer.status, answer.headers.get('access-control-allow-origin')];
    };
    expect(await preflight('http://page.example')).toEqual([403, null]);
    const CORSRules = [
      {
        AllowedOrigins: ['http://*.example'],
        AllowedMethods: ['PUT', 'GET'],
        AllowedHeaders: ['*'],
        ExposeHeaders: ['etag'],
      },
    ];
    await s3.putBucketCors({ Bucket, CORSConfiguration: { CORSRules } });
    expect((await s3.getBucketCors({ Bucket })).CORSRules).toEqual(CORSRules);
    expect(await preflight('http://page.example')).toEqual([200, 'http://page.example']);
    expect(await preflight('http://page.example', 'DELETE')).toEqual([403, null]);
    expect(await preflight('http://page.other')).toEqual([403, null]);
    const answer = await fetch(`${cloud.url}/things/k`, { headers: { origin: 'http://page.example' } });
    expect([answer.status, answer.headers.get('access-control-expose-headers')]).toEqual([403, 'etag']);
  });
});

describe('tags of objects', () => {
  it('are put with them, and after them', async () => {
    const { s3, Bucket } = await bucket();
    const at = { Bucket, Key: 'k' };
    await s3.putObject({ ...at, Body: '-', Tagging: 'a=1&b=2%203' });
    expect((await s3.getObjectTagging(at)).TagSet).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2 3' },
    ]);
    await s3.putObjectTagging({ ...at, Tagging: { TagSet: [{ Key: 'c', Value: '' }] } });
    expect((await s3.headObject(at)).TagCount).toBe(1);
    const twice = [
      { Key: 'a', Value: '' },
      { Key: 'a', Value: '' },
    ];
    expect(await codeOf(s3.putObjectTagging({ ...at, Tagging: { TagSet: twice } }))).toBe('InvalidTag');
    await s3.deleteObjectTagging(at);
    expect((await s3.getObjectTagging(at)).TagSet).toEqual([]);
  });
});

describe('archives', () => {
  it('take their time', async () => {
    const clock = new ManualClock();
    const s3 = s3Client(await startForTest({ clock, restoreTime: 60_000 }));
    const at = { Bucket: await makeBucket(s3, 'things'), Key: 'k' };
    await s3.putObject({ ...at, Body: 'cold', StorageClass: 'DEEP_ARCHIVE' });
    const restore = () => s3.restoreObject({ ...at, RestoreRequest: { Days: 1 } });
    await restore();
    expect((await s3.headObject(at)).Restore).toBe('ongoing-request="true"');
    expect(await codeOf(restore())).toBe('RestoreAlreadyInProgress');
    expect(await codeOf(s3.getObject(at))).toBe('InvalidObjectState');
    clock.advance(60_000);
    expect(await codeOf(s3.getObject(at))).toBe('no error');
    clock.advance(3 * 86_400_000);
    expect(await codeOf(s3.getObject(at))).toBe('InvalidObjectState');
  });

  it('give what was restored', async () => {
    const { s3, Bucket } = await bucket();
    const at = { Bucket, Key: 'k' };
    await s3.putObject({ ...at, Body: 'cold', StorageClass: 'GLACIER' });
    await expect(s3.getObject(at)).rejects.toMatchObject({ name: 'InvalidObjectState', StorageClass: 'GLACIER' });
    const restore = () => s3.restoreObject({ ...at, RestoreRequest: { Days: 1 } });
    expect((await restore()).$metadata.httpStatusCode).toBe(202);
    expect((await restore()).$metadata.httpStatusCode).toBe(200);
    expect(await (await s3.getObject(at)).Body?.transformToString()).toBe('cold');
    expect((await s3.headObject(at)).Restore).toMatch(/^ongoing-request="false", expiry-date=".* 00:00:00 GMT"$/);
    await s3.putObject({ ...at, Body: 'warm' });
    expect(await codeOf(restore())).toBe('InvalidObjectState');
    expect(await codeOf(s3.putObject({ ...at, Body: '-', StorageClass: 'COLD' as 'GLACIER' }))).toBe(
      'InvalidStorageClass',
    );
  });
});
