import { randomBytes } from 'node:crypto';
import type { Answer } from '../../../wire/answer.js';
import { objectOwner } from '../access/given-acl.js';
import { checksumPlan } from '../multipart/checksum-plan.js';
import { encryptionOf } from '../objects/object-headers.js';
import { objectTerms } from '../objects/object-terms.js';
import type { S3Call } from '../s3-call.js';
import { document, nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Begins an upload in parts. */
export const createMultipartUpload: S3Operation = {
  name: 'CreateMultipartUpload',
  method: 'POST',
  at: 'object',
  query: ['uploads'],
  needs: { action: 's3:PutObject', grant: { of: 'bucket', permission: 'WRITE' } },
  run: create,
};

/** Gives an upload up, with its parts. */
export const abortMultipartUpload: S3Operation = {
  name: 'AbortMultipartUpload',
  method: 'DELETE',
  at: 'object',
  query: ['uploadId'],
  needs: { action: 's3:AbortMultipartUpload', grant: { of: 'bucket', permission: 'WRITE' } },
  run: (call) => {
    const { uploads } = call.bucket;
    uploads.end(uploads.find(call.query('uploadId') ?? '', call.key));
    return nothing(204);
  },
};

function create(call: S3Call): Answer {
  const { bucket, key } = call;
  const upload = {
    ...objectTerms(call, bucket),
    ...checksumPlan(call),
    id: randomBytes(48).toString('base64url'),
    key,
    initiated: call.modified,
    owner: objectOwner(call, bucket),
    parts: new Map(),
  };
  bucket.uploads.add(upload);
  return document(
    'InitiateMultipartUploadResult',
    (xml) => {
      xml.leaf('Bucket', bucket.name);
      xml.leaf('Key', key);
      xml.leaf('UploadId', upload.id);
    },
    {
      ...encryptionOf(upload),
      'x-amz-checksum-algorithm': upload.algorithm,
      'x-amz-checksum-type': upload.checksumType,
    },
  );
}
