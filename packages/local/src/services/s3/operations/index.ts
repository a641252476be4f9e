import { settingOperations } from '../settings/setting-operations.js';
import { getBucketAcl, getObjectAcl, putBucketAcl, putObjectAcl } from './acls.js';
import { deleteBucketPolicy, getBucketPolicy, getBucketPolicyStatus, putBucketPolicy } from './bucket-policy.js';
import { deleteBucketTagging, getBucketTagging, putBucketTagging } from './bucket-tagging.js';
import { deleteBucket, getBucketLocation, headBucket } from './buckets.js';
import { completeMultipartUpload } from './complete-multipart-upload.js';
import { copyObject } from './copy-object.js';
import { createBucket } from './create-bucket.js';
import { deleteObject } from './delete-object.js';
import { deleteObjects } from './delete-objects.js';
import { getObject, headObject } from './get-object.js';
import { getObjectAttributes } from './get-object-attributes.js';
import { listBuckets } from './list-buckets.js';
import { listMultipartUploads } from './list-multipart-uploads.js';
import { listObjectVersions } from './list-object-versions.js';
import { listObjects, listObjectsV2 } from './list-objects.js';
import { listParts } from './list-parts.js';
import { abortMultipartUpload, createMultipartUpload } from './multipart-uploads.js';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './object-tagging.js';
import type { S3Operation } from './operation.js';
import {
  deleteBucketOwnershipControls,
  getBucketOwnershipControls,
  putBucketOwnershipControls,
} from './ownership-controls.js';
import { postObject } from './post-object.js';
import { putObject } from './put-object.js';
import { restoreObject } from './restore-object.js';
import { uploadPart, uploadPartCopy } from './upload-part.js';
import { getBucketVersioning, putBucketVersioning } from './versioning.js';

/** Every operation of S3 that is served. */
export const s3Operations: readonly S3Operation[] = [
  listBuckets,
  createBucket,
  headBucket,
  deleteBucket,
  getBucketLocation,
  getBucketVersioning,
  putBucketVersioning,
  getBucketTagging,
  putBucketTagging,
  deleteBucketTagging,
  getBucketAcl,
  putBucketAcl,
  getBucketOwnershipControls,
  putBucketOwnershipControls,
  deleteBucketOwnershipControls,
  getBucketPolicy,
  getBucketPolicyStatus,
  putBucketPolicy,
  deleteBucketPolicy,
  ...settingOperations,
  listObjectsV2,
  listObjects,
  listObjectVersions,
  listMultipartUploads,
  deleteObjects,
  postObject,
  putObject,
  copyObject,
  getObject,
  headObject,
  getObjectAttributes,
  deleteObject,
  getObjectAcl,
  putObjectAcl,
  getObjectTagging,
  putObjectTagging,
  deleteObjectTagging,
  restoreObject,
  createMultipartUpload,
  uploadPart,
  uploadPartCopy,
  completeMultipartUpload,
  abortMultipartUpload,
  listParts,
];
