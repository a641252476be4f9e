import type { Answer } from '../../../wire/answer.js';
import { readPieces } from '../../pieces/piece.js';
import { plainTerms } from '../bodies/body-terms.js';
import type { ChecksumAlgorithm } from '../bodies/digests.js';
import { IncomingBody } from '../bodies/incoming-body.js';
import { invalidArgument, invalidRequest } from '../errors/errors.js';
import { S3_LIMITS } from '../errors/limits.js';
import { readAlgorithm } from '../multipart/checksum-plan.js';
import { copySource } from '../multipart/copy-source.js';
import { checkWriteConditions } from '../objects/conditions.js';
import { quoted } from '../objects/etag.js';
import { versionHeader } from '../objects/find-version.js';
import { encryptionOf } from '../objects/object-headers.js';
import { objectTerms } from '../objects/object-terms.js';
import { isMultipart } from '../objects/part-at.js';
import { putVersion, type Sent } from '../objects/put-version.js';
import type { S3Call } from '../s3-call.js';
import { type ObjectTerms, type ObjectVersion, piecesOf } from '../store/object-version.js';
import { document } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Copies an object, from whichever bucket and region. */
export const copyObject: S3Operation = {
  name: 'CopyObject',
  method: 'PUT',
  at: 'object',
  header: 'x-amz-copy-source',
  needs: { action: 's3:PutObject', grant: { of: 'bucket', permission: 'WRITE' } },
  run: copy,
};

/** What of a copy differs from its source, if it is one onto itself. */
const CHANGES = ['x-amz-storage-class', 'x-amz-website-redirect-location', 'x-amz-server-side-encryption'];

async function copy(call: S3Call): Promise<Answer> {
  const { bucket, key } = call;
  const source = copySource(call);
  const terms = copiedTerms(call, source.version);
  checkChanges(call, bucket.name === source.bucket.name && key === source.version.key);
  if (source.version.size > S3_LIMITS.put) {
    throw invalidRequest(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${S3_LIMITS.put}`,
    );
  }
  checkWriteConditions(call, bucket.objects.latest(key));
  const bytes = await copiedBytes(call, source.version, readAlgorithm(call.header('x-amz-checksum-algorithm')));
  const version = putVersion(call, bucket, { ...terms, ...bytes });
  return document(
    'CopyObjectResult',
    (xml) => {
      xml.leaf('LastModified', new Date(version.modified));
      xml.leaf('ETag', quoted(version.etag));
      xml.leaf('ChecksumType', version.checksum?.type);
      if (version.checksum) xml.leaf(`Checksum${version.checksum.algorithm}`, version.checksum.value);
    },
    {
      'x-amz-copy-source-version-id': versionHeader(source.bucket, source.version)['x-amz-version-id'],
      ...versionHeader(bucket, version),
      ...encryptionOf(version),
    },
  );
}

/** What is said of the copy: the source's words, or those of the call. The storage class and the list are never the source's. */
function copiedTerms(call: S3Call, source: ObjectVersion): ObjectTerms {
  const given = objectTerms(call, call.bucket);
  const own = directive(call, 'x-amz-metadata-directive') === 'REPLACE';
  const ownTags = directive(call, 'x-amz-tagging-directive') === 'REPLACE';
  const redirect = call.header('x-amz-website-redirect-location');
  const { 'x-amz-website-redirect-location': _, ...kept } = source.headers;
  const headers = {
    ...kept,
    ...encryptionOf(given),
    ...(redirect === undefined ? {} : { 'x-amz-website-redirect-location': redirect }),
  };
  return {
    ...given,
    headers: own ? given.headers : (headers as Record<string, string>),
    tags: ownTags ? given.tags : source.tags,
  };
}

function directive(call: S3Call, header: string): string {
  const value = call.header(header) ?? 'COPY';
  if (value === 'COPY' || value === 'REPLACE') return value;
  throw invalidArgument(`Unknown ${header.includes('tagging') ? 'tagging' : 'metadata'} directive.`, header, value);
}

function checkChanges(call: S3Call, same: boolean): void {
  const changes = CHANGES.some((name) => call.header(name) !== undefined);
  const older = call.header('x-amz-copy-source')?.includes('?versionId=');
  if (!same || older || changes || directive(call, 'x-amz-metadata-directive') === 'REPLACE') return;
  throw invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}

type Bytes = Pick<Sent, 'size' | 'etag' | 'checksum' | 'parts'>;

/** The same bytes. What was put in parts becomes one, with an MD5 of its own; another checksum must be taken anew. */
async function copiedBytes(call: S3Call, source: ObjectVersion, wanted?: ChecksumAlgorithm): Promise<Bytes> {
  const { size, etag, checksum } = source;
  const [part] = source.parts;
  const { pieces } = call.store;
  if (part && !isMultipart(source) && (wanted === undefined || wanted === checksum?.algorithm)) {
    return { size, etag, checksum, parts: [{ ...part, piece: await pieces.copy(part.piece) }] };
  }
  const body = new IncomingBody(readPieces(piecesOf(source), 0, size), plainTerms(size));
  const saved = await body.save(pieces, wanted ?? checksum?.algorithm ?? 'CRC64NVME');
  return {
    size,
    etag: saved.md5,
    checksum: saved.checksum && { ...saved.checksum, type: 'FULL_OBJECT' },
    parts: [{ number: 1, size, checksum: undefined, piece: saved.piece }],
  };
}
