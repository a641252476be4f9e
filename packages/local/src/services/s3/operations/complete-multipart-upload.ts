import { headerOf } from '../../../http/received-request.js';
import { encodeUri } from '../../../sigv4/uri-encoding.js';
import type { Answer } from '../../../wire/answer.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';
import { listedParts } from '../multipart/listed-parts.js';
import { lengthOf, wholeChecksum, wholeEtag } from '../multipart/whole-sums.js';
import { checkWriteConditions, recheckWriteConditions } from '../objects/conditions.js';
import { quoted } from '../objects/etag.js';
import { findAny, versionHeader } from '../objects/find-version.js';
import { encryptionOf } from '../objects/object-headers.js';
import { putVersion } from '../objects/put-version.js';
import type { S3Call } from '../s3-call.js';
import type { ObjectVersion } from '../store/object-version.js';
import { document } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Makes an object of the parts of an upload. */
export const completeMultipartUpload: S3Operation = {
  name: 'CompleteMultipartUpload',
  method: 'POST',
  at: 'object',
  query: ['uploadId'],
  needs: { action: 's3:PutObject', grant: { of: 'bucket', permission: 'WRITE' } },
  run: complete,
};

async function complete(call: S3Call): Promise<Answer> {
  const { bucket, key } = call;
  const id = call.query('uploadId') ?? '';
  const text = await call.bodyWithoutSum.text();
  const done = bucket.uploads.completed(id, key);
  // A completion that is sent again, as of a caller that lost the answer, is answered again.
  if (done !== undefined) return answer(call, findAny(bucket, key, done) as ObjectVersion);
  const upload = bucket.uploads.find(id, key);
  const parts = listedParts(text, upload);
  const before = bucket.objects.latest(key);
  checkWriteConditions(call, before);
  const checksum = await wholeChecksum(call, upload, parts);
  recheckWriteConditions(call, before, bucket.objects.latest(key));
  // Another completion of the same upload may have come first.
  bucket.uploads.find(id, key);
  const { headers, storageClass, tags, acl } = upload;
  const version = putVersion(call, bucket, {
    headers,
    storageClass,
    tags,
    acl,
    checksum,
    size: lengthOf(parts),
    etag: wholeEtag(parts),
    parts: parts.map(({ number, size, checksum: sum, piece }) => ({ number, size, checksum: sum, piece })),
  });
  bucket.uploads.end(upload, new Set(parts.map(({ number }) => number)), version);
  return answer(call, version);
}

function answer(call: S3Call, version: ObjectVersion): Answer {
  const { bucket } = call;
  return document('CompleteMultipartUploadResult', (xml) => write(xml, call, version), {
    ...versionHeader(bucket, version),
    ...encryptionOf(version),
  });
}

function write(xml: XmlWriter, call: S3Call, { key, etag, checksum }: ObjectVersion): void {
  const host = headerOf(call.parts.request, 'host') ?? '';
  const path = key.split('/').map(encodeUri).join('/');
  xml.leaf('Location', `http://${host}/${call.parts.target.byHost ? '' : `${call.bucketName}/`}${path}`);
  xml.leaf('Bucket', call.bucketName);
  xml.leaf('Key', key);
  xml.leaf('ETag', quoted(etag));
  if (!checksum) return;
  xml.leaf(`Checksum${checksum.algorithm}`, checksum.value);
  xml.leaf('ChecksumType', checksum.type);
}
