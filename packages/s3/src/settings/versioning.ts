import type { S3 } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { checkOneOf, refuseIf } from '../calls/check-value.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';

/** Whether new versions are kept: once they have been, a bucket can suspend that but not go back to never. */
export interface Versioning {
  readonly state: 'enabled' | 'suspended';
  /** Whether versions are deleted, and this is changed, only with a code of an MFA device. */
  readonly mfaDelete: boolean;
}

/**
 * How versioning is set beside its state.
 *
 * @example
 * ```ts
 * const options: VersioningOptions = { mfaDelete: true, mfa: 'arn:aws:iam::111122223333:mfa/root 123456' };
 * ```
 */
export interface VersioningOptions extends RequestOptions {
  /** @defaultValue as it is */
  readonly mfaDelete?: boolean | undefined;
  /** The device's serial number or ARN, a space, and the code that it shows. */
  readonly mfa?: string | undefined;
}

/** Nothing, where versions have never been kept. */
export async function readVersioning(home: BucketHome, options: RequestOptions): Promise<Versioning | undefined> {
  const ask = (native: S3) => native.getBucketVersioning({ Bucket: home.name });
  const { Status, MFADelete } = await home.call('getBucketVersioning', ask, options);
  if (Status === undefined) return undefined;
  return { state: Status === 'Enabled' ? 'enabled' : 'suspended', mfaDelete: MFADelete === 'Enabled' };
}

/** @throws OptionError */
export async function writeVersioning(
  home: BucketHome,
  state: Versioning['state'],
  options: VersioningOptions,
): Promise<void> {
  checkOneOf('setVersioning(state)', state, ['enabled', 'suspended']);
  checkNames('setVersioning(state, options)', options, [...requestOptionNames, 'mfaDelete', 'mfa']);
  const { mfaDelete, mfa } = options;
  refuseIf(
    mfaDelete !== undefined && mfa === undefined,
    'setVersioning: mfaDelete is changed with mfa: the serial number of a device, a space, and its code',
  );
  const VersioningConfiguration = {
    Status: state === 'enabled' ? ('Enabled' as const) : ('Suspended' as const),
    MFADelete: mfaDelete === undefined ? undefined : mfaDelete ? ('Enabled' as const) : ('Disabled' as const),
  };
  const ask = { Bucket: home.name, MFA: mfa, VersioningConfiguration };
  await home.call('putBucketVersioning', (native) => native.putBucketVersioning(ask), options);
}
