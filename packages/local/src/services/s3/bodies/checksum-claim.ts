import { invalidRequest } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import { algorithmOf, type ChecksumAlgorithm, checksumAlgorithms } from './digests.js';

/** A checksum that the sender declares: its value at once, or in a trailer behind the body. */
export interface ChecksumClaim {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string | undefined;
}

const LENGTHS: Readonly<Record<ChecksumAlgorithm, number>> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
};

/** The header that carries a checksum. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** The checksum that these headers declare. Throws {@link S3Error} for several, or for one that is none. */
export function checksumClaim(headers: ReadonlyMap<string, string>): ChecksumClaim | undefined {
  const given = checksumAlgorithms.filter((algorithm) => headers.has(checksumHeader(algorithm)));
  const [algorithm] = given;
  if (given.length > 1) {
    throw invalidRequest('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.');
  }
  if (algorithm) {
    const value = headers.get(checksumHeader(algorithm)) ?? '';
    checkValue(algorithm, value);
    return { algorithm, value };
  }
  return trailerClaim(headers);
}

/** Throws unless the value is one of the algorithm. */
export function checkValue(algorithm: ChecksumAlgorithm, value: string): void {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length === LENGTHS[algorithm] && bytes.toString('base64') === value) return;
  throw invalidRequest(`Value for ${checksumHeader(algorithm)} header is invalid.`);
}

/** A body that has another checksum than its sender says. */
export function badDigest(algorithm: ChecksumAlgorithm): S3Error {
  return new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
}

function trailerClaim(headers: ReadonlyMap<string, string>): ChecksumClaim | undefined {
  const announced = headers.get('x-amz-trailer');
  const named = headers.get('x-amz-sdk-checksum-algorithm');
  if (announced !== undefined) {
    const algorithm = algorithmOf(announced.trim().replace(/^x-amz-checksum-/i, ''));
    if (!algorithm) throw invalidRequest('The value specified in the x-amz-trailer header is not supported');
    return { algorithm, value: undefined };
  }
  if (named === undefined) return undefined;
  throw invalidRequest(
    'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
  );
}
