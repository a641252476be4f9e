import { algorithmOf, type ChecksumAlgorithm } from '../bodies/digests.js';
import { invalidArgument, invalidRequest } from '../errors/errors.js';
import type { S3Call } from '../s3-call.js';
import type { Upload } from '../store/upload.js';

/** Sums of which those of parts make no sum of the whole. */
const COMPOSITE_ONLY: ReadonlySet<ChecksumAlgorithm> = new Set(['SHA1', 'SHA256']);

/** The checksum that an upload is to have, as the call that begins it says. Throws an S3Error for what cannot be. */
export function checksumPlan(call: S3Call): Pick<Upload, 'algorithm' | 'checksumType'> {
  const name = call.header('x-amz-checksum-algorithm');
  const algorithm = readAlgorithm(name);
  const type = call.header('x-amz-checksum-type');
  if (algorithm === undefined) {
    if (type === undefined) return { algorithm, checksumType: undefined };
    throw invalidRequest('The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.');
  }
  const checksumType = type ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  if (checksumType !== 'FULL_OBJECT' && checksumType !== 'COMPOSITE') {
    throw invalidRequest('Value for x-amz-checksum-type header is invalid.');
  }
  const impossible = checksumType === 'COMPOSITE' ? algorithm === 'CRC64NVME' : COMPOSITE_ONLY.has(algorithm);
  if (impossible) {
    throw invalidRequest(
      `The ${checksumType} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
  return { algorithm, checksumType };
}

/** The algorithm that a header names. */
export function readAlgorithm(name: string | undefined): ChecksumAlgorithm | undefined {
  if (name === undefined) return undefined;
  const algorithm = algorithmOf(name);
  if (!algorithm) {
    throw invalidArgument('Checksum algorithm provided is unsupported.', 'x-amz-checksum-algorithm', name);
  }
  return algorithm;
}
