export {
  type CephFacts,
  cephFacts,
  type MinioFacts,
  minioFacts,
  type SwiftS3Facts,
  swiftS3Facts,
} from './compatible-facts.js';
export { type DirectoryBucketFacts, directoryBucketFacts } from './directory-bucket-facts.js';
export { type S3Facts, s3Facts } from './s3-facts.js';
