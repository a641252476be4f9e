export type { RestoreOptions, Restoring } from './restore.js';
export type { RewriteOptions, SetMetadataOptions } from './rewrite-options.js';
