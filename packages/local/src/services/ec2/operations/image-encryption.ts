import { ApiError } from '../../../wire/api-error.js';
import type { Ec2Call } from '../ec2-call.js';
import type { Grantee } from '../estate/grants.js';
import type { Image } from '../estate/image.js';
import { isDefaultKey } from './default-key.js';

/** Throws {@link ApiError} for grantees that an image with encrypted snapshots cannot be shared with. */
export function checkEncryption({ estate }: Ec2Call, { devices }: Image, grantees: readonly Grantee[]): void {
  if (!devices.some(({ encrypted }) => encrypted)) return;
  if (grantees.some(({ kind }) => kind === 'group')) {
    throw new ApiError(
      'UnsupportedOperation',
      "Encrypted snapshots can't be shared publicly. Specify another snapshot.",
    );
  }
  const keys = devices.map(({ snapshotId = '' }) => estate.snapshots.get(snapshotId)?.kmsKeyId ?? '');
  if (!keys.some(isDefaultKey)) return;
  throw new ApiError(
    'InvalidParameter',
    "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.",
  );
}
