export type { DownloadedFile, DownloadOptions } from './download-options.js';
export { isUnsafeNameError, UnsafeNameError } from './path-in-folder.js';
export { planCopy, planDelete, planUpload } from './plans.js';
export type { UploadFileOptions, UploadOptions } from './upload-options.js';
