import type { Answer } from '../../../wire/answer.js';
import { remove } from '../objects/remove.js';
import type { S3Call } from '../s3-call.js';
import { nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Deletes an object, or one version of it. */
export const deleteObject: S3Operation = {
  name: 'DeleteObject',
  method: 'DELETE',
  at: 'object',
  needs: { action: 's3:DeleteObject', grant: { of: 'bucket', permission: 'WRITE' } },
  run: removeOne,
};

function removeOne(call: S3Call): Answer {
  const versionId = call.query('versionId');
  const done = remove(call, call.bucket, { key: call.key, versionId, match: call.header('if-match') });
  return nothing(204, {
    'x-amz-version-id': done.versionId,
    'x-amz-delete-marker': done.marker ? 'true' : undefined,
  });
}
