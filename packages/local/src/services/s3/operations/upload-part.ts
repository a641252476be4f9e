import type { Answer } from '../../../wire/answer.js';
import { type Piece, readPieces } from '../../pieces/piece.js';
import { plainTerms } from '../bodies/body-terms.js';
import { checksumHeader } from '../bodies/checksum-claim.js';
import { IncomingBody, type Measured } from '../bodies/incoming-body.js';
import { invalidArgument, invalidRequest } from '../errors/errors.js';
import { entityTooLarge, S3_LIMITS } from '../errors/limits.js';
import { copySource } from '../multipart/copy-source.js';
import { partNumber } from '../multipart/part-number.js';
import { quoted } from '../objects/etag.js';
import { versionHeader } from '../objects/find-version.js';
import { encryptionOf } from '../objects/object-headers.js';
import type { ByteRange } from '../objects/range.js';
import type { S3Call } from '../s3-call.js';
import { piecesOf } from '../store/object-version.js';
import type { Upload, UploadedPart } from '../store/upload.js';
import { document, nothing } from '../wire/answers.js';
import type { Need, S3Operation } from './operation.js';

const needs: Need = { action: 's3:PutObject', grant: { of: 'bucket', permission: 'WRITE' } };
const query = ['partNumber', 'uploadId'];

/** Uploads one part. */
export const uploadPart: S3Operation = { name: 'UploadPart', method: 'PUT', at: 'object', query, needs, run: put };

/** Makes a part of an object, or of some of its bytes. */
export const uploadPartCopy: S3Operation = {
  name: 'UploadPartCopy',
  method: 'PUT',
  at: 'object',
  query,
  header: 'x-amz-copy-source',
  needs,
  run: copy,
};

async function put(call: S3Call): Promise<Answer> {
  const number = partNumber(call.query('partNumber'));
  const upload = uploadOf(call);
  const saved = await call.body.save(call.store.pieces, upload.algorithm);
  checkAlgorithm(saved, upload);
  keep(call, upload, number, saved);
  const { checksum, md5 } = saved;
  const sum = checksum ? { [checksumHeader(checksum.algorithm)]: checksum.value } : {};
  return nothing(200, { etag: quoted(md5), ...sum, ...encryptionOf(upload) });
}

async function copy(call: S3Call): Promise<Answer> {
  const number = partNumber(call.query('partNumber'));
  const upload = uploadOf(call);
  const { bucket, version } = copySource(call);
  const { start, end } = sourceRange(call.header('x-amz-copy-source-range'), version.size);
  const bytes = readPieces(piecesOf(version), start, end);
  const body = new IncomingBody(bytes, plainTerms(end - start));
  const saved = await body.save(call.store.pieces, upload.algorithm);
  const { modified } = keep(call, upload, number, saved);
  return document(
    'CopyPartResult',
    (xml) => {
      xml.leaf('LastModified', new Date(modified));
      xml.leaf('ETag', quoted(saved.md5));
      if (saved.checksum) xml.leaf(`Checksum${saved.checksum.algorithm}`, saved.checksum.value);
    },
    { 'x-amz-copy-source-version-id': versionHeader(bucket, version)['x-amz-version-id'], ...encryptionOf(upload) },
  );
}

function uploadOf(call: S3Call): Upload {
  return call.bucket.uploads.find(call.query('uploadId') ?? '', call.key);
}

function keep(call: S3Call, upload: Upload, number: number, saved: Measured & { readonly piece: Piece }): UploadedPart {
  const { size, md5: etag, checksum, piece } = saved;
  const part = { number, size, etag, checksum: checksum?.value, modified: call.modified, piece };
  call.bucket.uploads.putPart(upload, part);
  return part;
}

function checkAlgorithm({ checksum, piece }: Measured & { readonly piece: Piece }, { algorithm }: Upload): void {
  if (!algorithm || checksum?.algorithm === algorithm) return;
  piece.drop();
  throw invalidRequest(
    `Checksum Type mismatch occurred, expected checksum Type: ${algorithm.toLowerCase()}, actual checksum Type: ${checksum?.algorithm.toLowerCase() ?? 'null'}`,
  );
}

/** The bytes of a copy's source: both ends must be told, and be there. */
function sourceRange(header: string | undefined, size: number): ByteRange {
  if (header === undefined) {
    if (size > S3_LIMITS.put) throw entityTooLarge(size, S3_LIMITS.put);
    return { start: 0, end: size };
  }
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first)) {
    const message =
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy';
    throw invalidArgument(message, 'x-amz-copy-source-range', header);
  }
  if (Number(last) < size) return { start: Number(first), end: Number(last) + 1 };
  const message = `Range specified is not valid for source object of size: ${size}`;
  throw invalidArgument(message, 'x-amz-copy-source-range', header);
}
