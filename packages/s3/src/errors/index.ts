export { BucketRegionError, isBucketRegionError } from './bucket-region-error.js';
export { isNoSuchBucketError, NoSuchBucketError } from './no-such-bucket-error.js';
export { isRepeatingTokenError, RepeatingTokenError } from './repeating-token-error.js';
export { isS3Error, S3Error } from './s3-error.js';
export { isUnexpectedAnswerError, UnexpectedAnswerError } from './unexpected-answer-error.js';
