import { deleteBucket, getBucketLocation, headBucket } from './buckets.js';
import { createBucket } from './create-bucket.js';
import { deleteObject } from './delete-object.js';
import { getObject, headObject } from './get-object.js';
import { listBuckets } from './list-buckets.js';
import { listObjects, listObjectsV2 } from './list-objects.js';
import type { S3Operation } from './operation.js';
import { putObject } from './put-object.js';

/** Every operation of S3 that is served. */
export const s3Operations: readonly S3Operation[] = [
  listBuckets,
  createBucket,
  headBucket,
  deleteBucket,
  getBucketLocation,
  listObjectsV2,
  listObjects,
  putObject,
  getObject,
  headObject,
  deleteObject,
];
