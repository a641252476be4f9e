import { describe, expect, it } from 'vitest';
import { codeOf, startForTest } from '../../testing/clients.js';
import { makeBucket, otherS3Client, s3Client } from '../../testing/s3.js';

async function two() {
  const cloud = await startForTest();
  const [s3, other] = [s3Client(cloud), otherS3Client(cloud)];
  const Bucket = await makeBucket(s3, 'things');
  await s3.putObject({ Bucket, Key: 'k', Body: 'mine' });
  return { cloud, s3, other, Bucket, at: { Bucket, Key: 'k' } };
}

describe('who may', () => {
  it('is the owner alone at first', async () => {
    const { cloud, other, at, Bucket } = await two();
    expect(await codeOf(other.getObject(at))).toBe('AccessDenied');
    expect(await codeOf(other.putObject({ ...at, Body: '-' }))).toBe('AccessDenied');
    expect(await codeOf(other.listObjectsV2({ Bucket }))).toBe('AccessDenied');
    expect((await fetch(`${cloud.url}/things/k`)).status).toBe(403);
    expect((await other.listBuckets({})).Buckets).toEqual([]);
  });

  it('is told by policies', async () => {
    const { s3, other, at, Bucket, cloud } = await two();
    const allow = (Principal: unknown, Action: string, Resource: string, Effect = 'Allow') =>
      s3.putBucketPolicy({
        Bucket,
        Policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Principal, Action, Resource }] }),
      });
    const theirs = { AWS: `arn:aws:iam::${cloud.accounts[1]?.id}:root` };
    await allow(theirs, 's3:GetObject', 'arn:aws:s3:::things/*');
    expect(await codeOf(other.getObject(at))).toBe('no error');
    // Who may not list is not told what is missing.
    expect(await codeOf(other.getObject({ Bucket, Key: 'none' }))).toBe('AccessDenied');
    expect(await codeOf(allow('*', 's3:GetObject', 'arn:aws:s3:::things/*'))).toBe('AccessDenied');
    await s3.deletePublicAccessBlock({ Bucket });
    await allow('*', 's3:GetObject', 'arn:aws:s3:::things/*');
    expect(await (await fetch(`${cloud.url}/things/k`)).text()).toBe('mine');
    expect((await s3.getBucketPolicyStatus({ Bucket })).PolicyStatus?.IsPublic).toBe(true);
    await allow('*', 's3:*', 'arn:aws:s3:::things/*', 'Deny');
    expect(await codeOf(s3.getObject(at))).toBe('AccessDenied');
    await s3.deleteBucketPolicy({ Bucket });
    expect(await codeOf(allow('*', 's3:*', 'arn:aws:s3:::others'))).toBe('MalformedPolicy');
    const not = { Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: 'arn:aws:s3:::things/*' };
    const Policy = JSON.stringify({ Statement: [not] });
    expect(await codeOf(s3.putBucketPolicy({ Bucket, Policy }))).toBe('NotImplemented');
  });

  it('is told by lists where lists count', async () => {
    const { s3, other, at, Bucket, cloud } = await two();
    expect(await codeOf(s3.putBucketAcl({ Bucket, ACL: 'private' }))).toBe('AccessControlListNotSupported');
    expect(await codeOf(s3.putObject({ ...at, Body: '-', ACL: 'public-read' }))).toBe('AccessControlListNotSupported');
    expect(await codeOf(s3.putObject({ ...at, Body: 'mine', ACL: 'bucket-owner-full-control' }))).toBe('no error');
    const OwnershipControls = { Rules: [{ ObjectOwnership: 'ObjectWriter' as const }] };
    await s3.putBucketOwnershipControls({ Bucket, OwnershipControls });
    expect(await codeOf(s3.putObjectAcl({ ...at, ACL: 'public-read' }))).toBe('AccessDenied');
    await s3.deletePublicAccessBlock({ Bucket });
    await s3.putObjectAcl({ ...at, ACL: 'public-read' });
    expect(await (await fetch(`${cloud.url}/things/k`)).text()).toBe('mine');
    const { Grants, Owner } = await s3.getObjectAcl(at);
    expect(Grants).toEqual([
      { Grantee: { ID: Owner?.ID, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' },
      { Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers', Type: 'Group' }, Permission: 'READ' },
    ]);
    const { Owner: them } = await other.listBuckets({});
    await s3.putBucketAcl({
      Bucket,
      AccessControlPolicy: {
        Owner,
        Grants: [{ Grantee: { ID: them?.ID, Type: 'CanonicalUser' }, Permission: 'WRITE' }],
      },
    });
    await other.putObject({ Bucket, Key: 'theirs', Body: '-' });
    expect(await codeOf(other.getObject({ Bucket, Key: 'theirs' }))).toBe('no error');
    expect(await codeOf(s3.getObject({ Bucket, Key: 'theirs' }))).toBe('AccessDenied');
    expect((await s3.getBucketAcl({ Bucket })).Grants?.map(({ Permission }) => Permission)).toEqual(['WRITE']);
    expect(await codeOf(other.listObjectsV2({ Bucket }))).toBe('AccessDenied');
    await s3.putBucketAcl({ Bucket, GrantRead: `id="${them?.ID}"` });
    expect(await codeOf(other.listObjectsV2({ Bucket }))).toBe('no error');
  });

  it('is told by lists from the start where a bucket is made with one', async () => {
    const cloud = await startForTest();
    const s3 = s3Client(cloud, 'us-east-1');
    await s3.createBucket({ Bucket: 'listed', ACL: 'private' });
    const { OwnershipControls } = await s3.getBucketOwnershipControls({ Bucket: 'listed' });
    expect(OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerPreferred' }]);
    expect(await codeOf(s3.putObject({ Bucket: 'listed', Key: 'k', Body: '-', ACL: 'private' }))).toBe('no error');
    const open = { Bucket: 'open', ACL: 'public-read' } as const;
    expect(await codeOf(s3.createBucket(open))).toBe('InvalidBucketAclWithObjectOwnership');
    const blocked = s3.createBucket({ ...open, ObjectOwnership: 'ObjectWriter' });
    expect(await codeOf(blocked)).toBe('InvalidBucketAclWithBlockPublicAccessError');
    expect(await codeOf(s3.headBucket({ Bucket: 'open' }))).toBe('NotFound');
  });

  it('is for whom wrote an object to say, where it is the writer’s', async () => {
    const { s3, other, Bucket, cloud } = await two();
    await s3.putBucketOwnershipControls({
      Bucket,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    });
    const Principal = { AWS: cloud.accounts.map(({ id }) => `arn:aws:iam::${id}:root`) };
    const Resource = `arn:aws:s3:::${Bucket}/*`;
    const Policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal, Action: 's3:*', Resource }] });
    await s3.putBucketPolicy({ Bucket, Policy });
    const theirs = { Bucket, Key: 'theirs' };
    await other.putObject({ ...theirs, Body: '-' });
    expect(await codeOf(other.getObject(theirs))).toBe('no error');
    expect(await codeOf(s3.getObject(theirs))).toBe('AccessDenied');
    await other.putObjectAcl({ ...theirs, ACL: 'bucket-owner-full-control' });
    expect(await codeOf(s3.getObject(theirs))).toBe('no error');
    await other.putObject({ ...theirs, Body: '-' });
    await s3.deleteObject(theirs);
    expect(await codeOf(s3.getObject(theirs))).toBe('NoSuchKey');
  });

  it('is who the caller takes for the owner', async () => {
    const { cloud, s3, Bucket } = await two();
    const [mine, theirs] = cloud.accounts.map(({ id }) => id);
    expect(await codeOf(s3.headBucket({ Bucket, ExpectedBucketOwner: mine }))).toBe('no error');
    expect(await codeOf(s3.listObjectsV2({ Bucket, ExpectedBucketOwner: theirs }))).toBe('AccessDenied');
    const Delete = { Objects: [{ Key: 'k' }] };
    expect(await codeOf(s3.deleteObjects({ Bucket, Delete, ExpectedBucketOwner: theirs }))).toBe('AccessDenied');
  });
});
