import type { Answer } from '../../../wire/answer.js';
import { checkWriteConditions, recheckWriteConditions } from '../objects/conditions.js';
import { quoted } from '../objects/etag.js';
import { versionHeader } from '../objects/find-version.js';
import { checksumHeaders, encryptionOf } from '../objects/object-headers.js';
import { objectTerms } from '../objects/object-terms.js';
import { putVersion } from '../objects/put-version.js';
import type { S3Call } from '../s3-call.js';
import { nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Puts an object, whole. */
export const putObject: S3Operation = {
  name: 'PutObject',
  method: 'PUT',
  at: 'object',
  needs: { action: 's3:PutObject', grant: { of: 'bucket', permission: 'WRITE' } },
  run: put,
};

async function put(call: S3Call): Promise<Answer> {
  const { bucket, key } = call;
  const terms = objectTerms(call, bucket);
  const before = bucket.objects.latest(key);
  checkWriteConditions(call, before);
  // S3 takes a checksum of every object; it is CRC-64/NVME where the sender declares none.
  const { piece, size, md5, checksum } = await call.body.save(call.store.pieces, 'CRC64NVME');
  try {
    recheckWriteConditions(call, before, bucket.objects.latest(key));
  } catch (error) {
    piece.drop();
    throw error;
  }
  const version = putVersion(call, bucket, {
    ...terms,
    size,
    etag: md5,
    checksum: checksum && { ...checksum, type: 'FULL_OBJECT' },
    parts: [{ number: 1, size, checksum: undefined, piece }],
  });
  return nothing(200, {
    etag: quoted(md5),
    ...checksumHeaders(version.checksum),
    ...encryptionOf(version),
    ...versionHeader(bucket, version),
  });
}
