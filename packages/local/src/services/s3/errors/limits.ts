import { S3Error } from './s3-error.js';

/** What S3 takes at most: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html, in bytes. */
export const S3_LIMITS: Readonly<Record<'put' | 'smallestPart' | 'parts' | 'key' | 'metadata', number>> = {
  /** One PUT, one part, one copy. */
  put: 5 * 1024 ** 3,
  /** Every part but the last has at least so many. */
  smallestPart: 5 * 1_048_576,
  parts: 10_000,
  key: 1024,
  /** Names and values of a user's metadata together. */
  metadata: 2048,
};

/** More than S3 takes at once. */
export function entityTooLarge(size: number, most: number): S3Error {
  return new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
    details: { ProposedSize: size, MaxSizeAllowed: most },
  });
}
