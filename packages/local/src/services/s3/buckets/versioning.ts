import type { Bucket } from '../store/bucket.js';

/** The setting that keeps it. */
export const VERSIONING = 'versioning';

/** Whether a bucket keeps versions; undefined where it never did. */
export function versioningOf(bucket: Bucket): 'Enabled' | 'Suspended' | undefined {
  const setting = bucket.setting(VERSIONING);
  return setting === 'Enabled' || setting === 'Suspended' ? setting : undefined;
}
