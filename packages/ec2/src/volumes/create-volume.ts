import type { CreateVolumeCommandInput, VolumeType } from '@aws-sdk/client-ec2';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { Ec2RuleError } from '../errors/ec2-rule-error.js';
import type { Home } from '../resources/home.js';
import { tagSpecifications } from '../tags/tag-specifications.js';
import type { Tags } from '../tags/tags.js';
import { Volume } from './volume.js';

/**
 * A volume that is to be made.
 *
 * @example
 * ```ts
 * await ireland.createVolume({ availabilityZone: 'eu-west-1a', size: 100, type: 'gp3', encrypted: true });
 * ```
 */
export interface CreateVolumeOptions extends RequestOptions {
  /** The zone that it is to be in, such as `eu-west-1a`. */
  readonly availabilityZone: string;
  /** GiB. @defaultValue the size of the snapshot; without one, it has to be given */
  readonly size?: number | undefined;
  /** The snapshot that it begins as. @defaultValue none: it begins empty */
  readonly snapshotId?: string | undefined;
  /** `gp3`, `io2`, `st1`, … @defaultValue EC2's own: `gp2` */
  readonly type?: VolumeType | undefined;
  /** Operations per second, of the types that let you choose. @defaultValue EC2's own for the type */
  readonly iops?: number | undefined;
  /** MiB per second, of `gp3`. @defaultValue 125 */
  readonly throughput?: number | undefined;
  /** @defaultValue as the snapshot is, and as the account has it by default */
  readonly encrypted?: boolean | undefined;
  /** The KMS key to encrypt with, which needs `encrypted: true`. @defaultValue the account's own for EBS */
  readonly kmsKeyId?: string | undefined;
  /** @defaultValue no tags */
  readonly tags?: Tags | undefined;
  /** The same token makes the same volume, however often it is sent. @defaultValue a new one for each call */
  readonly clientToken?: string | undefined;
}

const names: readonly (keyof CreateVolumeOptions)[] = [
  ...(['availabilityZone', 'size', 'snapshotId', 'type', 'iops', 'throughput'] as const),
  ...(['encrypted', 'kmsKeyId', 'tags', 'clientToken'] as const),
  ...requestOptionNames,
];

/** Makes a volume: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html. */
export async function createVolume(home: Home, options: CreateVolumeOptions): Promise<Volume> {
  const input = inputOf(options);
  const { $metadata: _, ...raw } = await home.place.call(
    'createVolume',
    (ec2) => ec2.createVolume(input),
    callOptionsOf(options),
  );
  return new Volume(home, raw);
}

function inputOf(options: CreateVolumeOptions): CreateVolumeCommandInput {
  const call = 'createVolume(options)';
  checkNames(call, options, names);
  checkRules(call, options);
  return {
    AvailabilityZone: options.availabilityZone,
    Size: options.size,
    SnapshotId: options.snapshotId,
    VolumeType: options.type,
    Iops: options.iops,
    Throughput: options.throughput,
    Encrypted: options.encrypted,
    KmsKeyId: options.kmsKeyId,
    TagSpecifications: tagSpecifications(call, 'volume', options.tags ?? {}),
    ClientToken: options.clientToken,
  };
}

function checkRules(call: string, options: CreateVolumeOptions): void {
  const { availabilityZone, size, snapshotId, kmsKeyId, encrypted } = options;
  if (typeof availabilityZone !== 'string' || availabilityZone === '') {
    throw new Ec2RuleError('zone', `${call}: no availabilityZone is named`);
  }
  if (size === undefined && snapshotId === undefined) {
    throw new Ec2RuleError('sizeOrSnapshot', `${call}: neither size nor snapshotId is given`);
  }
  if (kmsKeyId !== undefined && encrypted !== true) {
    throw new Ec2RuleError('keyNeedsEncrypted', `${call}: kmsKeyId is given and encrypted is ${String(encrypted)}`);
  }
}
