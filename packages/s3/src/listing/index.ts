export type { DeleteManyOptions, DeleteOutcome, KeyVersion } from './delete-many.js';
export type { PendingUpload, UploadsOptions } from './pending-uploads.js';
export type { ObjectVersion, VersionsOptions } from './versions.js';
