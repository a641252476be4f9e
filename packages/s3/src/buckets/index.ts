export { Bucket, isBucket } from './bucket.js';
export type { BucketsOptions } from './bucket-listing.js';
export type { BucketStream } from './bucket-stream.js';
export type { CreateBucketOptions } from './create-bucket.js';
export type { Existence } from './existence.js';
