import { createHash } from 'node:crypto';
import { readPieces } from '../../pieces/piece.js';
import { badDigest, checksumHeader } from '../bodies/checksum-claim.js';
import { type ChecksumAlgorithm, makeDigest } from '../bodies/digests.js';
import { invalidRequest } from '../errors/errors.js';
import type { S3Call } from '../s3-call.js';
import type { ObjectChecksum } from '../store/object-version.js';
import type { Upload, UploadedPart } from '../store/upload.js';

/** The ETag of an object that was put in parts: of their MD5s, and how many they are. */
export function wholeEtag(parts: readonly UploadedPart[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(etag, 'hex');
  return `${hash.digest('hex')}-${parts.length}`;
}

/** The checksum of the whole, held to what the call says of it. Throws an S3Error when they differ. */
export async function wholeChecksum(
  call: S3Call,
  { algorithm, checksumType }: Upload,
  parts: readonly UploadedPart[],
): Promise<ObjectChecksum | undefined> {
  checkLength(call, parts);
  if (!algorithm || !checksumType) return undefined;
  const declaredType = call.header('x-amz-checksum-type');
  if (declaredType !== undefined && declaredType !== checksumType) {
    throw invalidRequest(
      `The upload was created using the ${checksumType} checksum mode. The complete request must use the same checksum mode.`,
    );
  }
  const composite = checksumType === 'COMPOSITE';
  const value = composite ? await sumOfSums(algorithm, parts) : await sumOfBytes(algorithm, parts);
  const declared = call.header(checksumHeader(algorithm));
  // The number of parts may be left out.
  if (declared !== undefined && declared !== value && declared !== value.split('-')[0]) throw badDigest(algorithm);
  return { algorithm, value, type: checksumType };
}

async function sumOfSums(algorithm: ChecksumAlgorithm, parts: readonly UploadedPart[]): Promise<string> {
  const sum = makeDigest(algorithm);
  for (const { checksum = '' } of parts) sum.update(Buffer.from(checksum, 'base64'));
  return `${(await sum.digest()).toString('base64')}-${parts.length}`;
}

async function sumOfBytes(algorithm: ChecksumAlgorithm, parts: readonly UploadedPart[]): Promise<string> {
  const sum = makeDigest(algorithm);
  const pieces = parts.map(({ piece }) => piece);
  for await (const bytes of readPieces(pieces, 0, lengthOf(parts))) sum.update(bytes);
  return (await sum.digest()).toString('base64');
}

function checkLength(call: S3Call, parts: readonly UploadedPart[]): void {
  const declared = call.header('x-amz-mp-object-size');
  if (declared === undefined || Number(declared) === lengthOf(parts)) return;
  throw invalidRequest(
    `The provided 'x-amz-mp-object-size' header value ${declared} does not match what was computed: ${lengthOf(parts)}`,
  );
}

/** How many bytes parts have together. */
export function lengthOf(parts: readonly { readonly size: number }[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}
