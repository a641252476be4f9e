export type { DownloadedFile, DownloadOptions } from './download-options.js';
export { isUnsafeNameError, UnsafeNameError } from './path-in-folder.js';
export type { Progress, ProgressListener } from './progress.js';
export type { UploadFileOptions, UploadOptions } from './upload-options.js';
