import type { Answer } from '../../../wire/answer.js';
import { locationOf } from '../buckets/location.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Call } from '../s3-call.js';
import { document, nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Whether a bucket is there, and where. */
export const headBucket: S3Operation = {
  name: 'HeadBucket',
  method: 'HEAD',
  at: 'bucket',
  needs: { action: 's3:ListBucket', grant: { of: 'bucket', permission: 'READ' } },
  run: ({ bucket: { region, name } }) =>
    nothing(200, {
      'x-amz-bucket-region': region,
      'x-amz-access-point-alias': 'false',
      'x-amz-bucket-arn': `arn:aws:s3:::${name}`,
      'content-type': 'application/xml',
    }),
};

/** Deletes a bucket that has nothing in it. */
export const deleteBucket: S3Operation = {
  name: 'DeleteBucket',
  method: 'DELETE',
  at: 'bucket',
  needs: { action: 's3:DeleteBucket' },
  run: remove,
};

/** Where a bucket is. */
export const getBucketLocation: S3Operation = {
  name: 'GetBucketLocation',
  method: 'GET',
  at: 'bucket',
  query: ['location'],
  needs: { action: 's3:GetBucketLocation' },
  run: (call) => {
    const { region } = call.bucket;
    // The one document whose root holds a value.
    return document('LocationConstraint', (xml) => xml.text(locationOf(region)));
  },
};

function remove({ bucket, store }: S3Call): Answer {
  if (!bucket.objects.empty) {
    const message = bucket.setting('versioning')
      ? 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.'
      : 'The bucket you tried to delete is not empty';
    throw new S3Error('BucketNotEmpty', message, 409, { details: { BucketName: bucket.name } });
  }
  for (const upload of [...bucket.uploads.all()]) bucket.uploads.end(upload);
  store.buckets.remove(bucket);
  return nothing(204);
}
