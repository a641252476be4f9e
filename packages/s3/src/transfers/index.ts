export { ChecksumError, isChecksumError } from './checksum-error.js';
export type { CopyOptions } from './copy-options.js';
export type { DownloadedFile, DownloadOptions } from './download-options.js';
export { isUnsafeKeyError, UnsafeKeyError } from './path-in-folder.js';
export { planCopy, planDelete, planUpload } from './plans.js';
export type { Progress, ProgressListener } from './progress.js';
export type { UploadFileOptions, UploadOptions } from './upload-options.js';
