import { readAcl, writeAcl } from '../access/acl-document.js';
import { ACL, bucketAcl, ownersAcl } from '../access/bucket-acl.js';
import { checkAcl, givenAcl, isOwnersOnly } from '../access/given-acl.js';
import type { Grant } from '../access/grants.js';
import { usesAcls } from '../access/ownership.js';
import { malformedXml } from '../errors/errors.js';
import { findVersion, versionHeader } from '../objects/find-version.js';
import type { S3Call } from '../s3-call.js';
import { document, nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

const query = ['acl'];

/** The access control list of a bucket. */
export const getBucketAcl: S3Operation = {
  name: 'GetBucketAcl',
  method: 'GET',
  at: 'bucket',
  query,
  needs: { action: 's3:GetBucketAcl', grant: { of: 'bucket', permission: 'READ_ACP' } },
  run: ({ bucket }) => {
    const acl = usesAcls(bucket) ? bucketAcl(bucket) : ownersAcl(bucket.owner);
    return document('AccessControlPolicy', (xml) => writeAcl(xml, bucket.owner, acl));
  },
};

/** Puts another list to a bucket. */
export const putBucketAcl: S3Operation = {
  name: 'PutBucketAcl',
  method: 'PUT',
  at: 'bucket',
  query,
  needs: { action: 's3:PutBucketAcl', grant: { of: 'bucket', permission: 'WRITE_ACP' } },
  run: async (call) => {
    const acl = await sentAcl(call, call.bucket.owner);
    call.bucket.set(ACL, JSON.stringify(acl));
    return nothing(200);
  },
};

/** The access control list of an object. */
export const getObjectAcl: S3Operation = {
  name: 'GetObjectAcl',
  method: 'GET',
  at: 'object',
  query,
  needs: { action: 's3:GetObjectAcl', grant: { of: 'object', permission: 'READ_ACP' } },
  run: (call) => {
    const { bucket } = call;
    const version = findVersion(call);
    const [owner, acl] = usesAcls(bucket) ? [version.owner, version.acl] : [bucket.owner, ownersAcl(bucket.owner)];
    return document('AccessControlPolicy', (xml) => writeAcl(xml, owner, acl), versionHeader(bucket, version));
  },
};

/** Puts another list to an object. */
export const putObjectAcl: S3Operation = {
  name: 'PutObjectAcl',
  method: 'PUT',
  at: 'object',
  query,
  needs: { action: 's3:PutObjectAcl', grant: { of: 'object', permission: 'WRITE_ACP' } },
  run: async (call) => {
    const acl = await sentAcl(call, findVersion(call).owner);
    // Found anew: it may have been replaced while the document was read.
    const version = findVersion(call);
    call.bucket.objects.replace({ ...version, acl });
    return nothing(200, versionHeader(call.bucket, version));
  },
};

/** The list that a call puts: that of its document, or that of its headers. */
async function sentAcl(call: S3Call, owner: string): Promise<readonly Grant[]> {
  const { bucket } = call;
  const text = await call.body.text();
  if (text !== '') {
    const acl = readAcl(text);
    return checkAcl(bucket, acl, isOwnersOnly(acl, bucket.owner) && acl.length > 0);
  }
  const given = [...call.parts.headers.keys()].some((name) => name === 'x-amz-acl' || name.startsWith('x-amz-grant-'));
  if (!given) throw malformedXml();
  return givenAcl(call, bucket, owner);
}
