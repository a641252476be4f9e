import type { Answer } from '../../../wire/answer.js';
import { bucketAcl } from '../access/bucket-acl.js';
import { isOwnersOnly } from '../access/given-acl.js';
import { OWNERSHIP, ownerships } from '../access/ownership.js';
import { malformedXml } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Call } from '../s3-call.js';
import { document, nothing } from '../wire/answers.js';
import { childOf, readXml, textOf } from '../wire/xml-element.js';
import type { S3Operation } from './operation.js';

const query = [OWNERSHIP];

/** Who has what others put into a bucket. */
export const getBucketOwnershipControls: S3Operation = {
  name: 'GetBucketOwnershipControls',
  method: 'GET',
  at: 'bucket',
  query,
  needs: { action: 's3:GetBucketOwnershipControls' },
  run: ({ bucket }) => {
    const ownership = bucket.setting(OWNERSHIP);
    if (ownership === undefined) {
      throw new S3Error('OwnershipControlsNotFoundError', 'The bucket ownership controls were not found', 404, {
        details: { BucketName: bucket.name },
      });
    }
    return document('OwnershipControls', (xml) => xml.branch('Rule', () => xml.leaf('ObjectOwnership', ownership)));
  },
};

/** Says who is to have it. */
export const putBucketOwnershipControls: S3Operation = {
  name: 'PutBucketOwnershipControls',
  method: 'PUT',
  at: 'bucket',
  query,
  needs: { action: 's3:PutBucketOwnershipControls' },
  run: put,
};

/** Says nothing of it any more. */
export const deleteBucketOwnershipControls: S3Operation = {
  name: 'DeleteBucketOwnershipControls',
  method: 'DELETE',
  at: 'bucket',
  query,
  needs: { action: 's3:PutBucketOwnershipControls' },
  run: ({ bucket }) => {
    bucket.set(OWNERSHIP, undefined);
    return nothing(204);
  },
};

async function put(call: S3Call): Promise<Answer> {
  const rule = childOf(readXml(await call.body.text(), 'OwnershipControls'), 'Rule');
  const wanted = ownerships.find((one) => one === (rule && textOf(rule, 'ObjectOwnership')));
  if (!wanted) throw malformedXml();
  const { bucket } = call;
  if (wanted === 'BucketOwnerEnforced' && !isOwnersOnly(bucketAcl(bucket), bucket.owner)) {
    const message = "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
    throw new S3Error('InvalidBucketAclWithObjectOwnership', message);
  }
  bucket.set(OWNERSHIP, wanted);
  return nothing(200);
}
