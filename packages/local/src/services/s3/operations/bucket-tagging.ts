import { S3Error } from '../errors/s3-error.js';
import type { Tag } from '../store/object-version.js';
import { tagsOfDocument } from '../tags/tags.js';
import { writeTags } from '../tags/write-tags.js';
import { document, nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

const TAGGING = 'tagging';

/** The tags of a bucket. */
export const getBucketTagging: S3Operation = {
  name: 'GetBucketTagging',
  method: 'GET',
  at: 'bucket',
  query: [TAGGING],
  needs: { action: 's3:GetBucketTagging' },
  run: ({ bucket }) => {
    const setting = bucket.setting(TAGGING);
    if (setting === undefined) {
      const details = { BucketName: bucket.name };
      throw new S3Error('NoSuchTagSet', 'The TagSet does not exist', 404, { details });
    }
    return document('Tagging', (xml) => writeTags(xml, JSON.parse(setting) as readonly Tag[]));
  },
};

/** Puts tags in place of those that a bucket has. */
export const putBucketTagging: S3Operation = {
  name: 'PutBucketTagging',
  method: 'PUT',
  at: 'bucket',
  query: [TAGGING],
  needs: { action: 's3:PutBucketTagging' },
  run: async (call) => {
    const tags = tagsOfDocument(await call.body.text(), 'bucket');
    call.bucket.set(TAGGING, JSON.stringify(tags));
    return nothing(204);
  },
};

/** Takes a bucket's tags away. */
export const deleteBucketTagging: S3Operation = {
  name: 'DeleteBucketTagging',
  method: 'DELETE',
  at: 'bucket',
  query: [TAGGING],
  needs: { action: 's3:PutBucketTagging' },
  run: ({ bucket }) => {
    bucket.set(TAGGING, undefined);
    return nothing(204);
  },
};
