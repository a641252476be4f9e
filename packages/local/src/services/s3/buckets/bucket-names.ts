import { S3Error } from '../errors/s3-error.js';

const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const FORBIDDEN = /\.\.|\.-|-\.|^\d+\.\d+\.\d+\.\d+$|^xn--|^sthree-|^amzn-s3-demo-$|-s3alias$|--ol-s3$|\.mrap$|--x-s3$/;

/** Throws {@link S3Error} for what cannot be the name of a bucket. */
export function checkBucketName(name: string): void {
  if (NAME.test(name) && !FORBIDDEN.test(name)) return;
  throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.', 400, { details: { BucketName: name } });
}
