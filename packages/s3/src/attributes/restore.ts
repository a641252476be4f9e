import type { Tier } from '@aws-sdk/client-s3';
import type { VersionOptions } from '../access/object-acls.js';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { checkOneOf, checkWhole } from '../calls/check-value.js';
import { requestOptionNames } from '../calls/request-options.js';

/**
 * How an archived object is restored.
 *
 * @example
 * ```ts
 * const options: RestoreOptions = { days: 3, tier: 'Bulk' };
 * ```
 */
export interface RestoreOptions extends VersionOptions {
  /** Days for which its bytes can be read. Objects of INTELLIGENT_TIERING come back for good: none for them. */
  readonly days?: number | undefined;
  /** `Expedited` takes minutes, `Standard` hours, `Bulk` up to two days. @defaultValue Standard */
  readonly tier?: Tier | undefined;
}

/** Whether restoring began, or the object was there and stays longer. */
export type Restoring = 'begun' | 'prolonged';

/** Asks for it. `head()` tells in `restoring` how far it is. @throws OptionError, the SDK's RestoreAlreadyInProgress */
export async function restore(home: BucketHome, key: string, options: RestoreOptions): Promise<Restoring> {
  checkNames('restore(options)', options, [...requestOptionNames, 'versionId', 'days', 'tier']);
  const { days, tier = 'Standard', versionId } = options;
  checkWhole('restore: days', days, 1);
  checkOneOf('restore: tier', tier, ['Expedited', 'Standard', 'Bulk']);
  const ask = {
    Bucket: home.name,
    Key: key,
    VersionId: versionId,
    RestoreRequest: { Days: days, GlacierJobParameters: { Tier: tier } },
  };
  const { $metadata } = await home.call('restoreObject', (native) => native.restoreObject(ask), options);
  return $metadata.httpStatusCode === 200 ? 'prolonged' : 'begun';
}
