import type { Resource } from './resource.js';

/** Where a volume is attached. */
interface Attachment {
  readonly instanceId: string;
  readonly device: string;
  readonly attachedAt: Date;
}

/** The types of EBS volume. */
export const volumeTypes = ['standard', 'io1', 'io2', 'gp2', 'sc1', 'st1', 'gp3'] as const;

/** A type of EBS volume. */
export type VolumeType = (typeof volumeTypes)[number];

/** An EBS volume. */
export interface Volume extends Resource {
  readonly zone: string;
  /** GiB. */
  readonly size: number;
  readonly type: VolumeType;
  readonly iops: number | undefined;
  /** MiB/s. */
  readonly throughput: number | undefined;
  /** The key that it is encrypted with, if it is. */
  readonly kmsKeyId: string | undefined;
  /** The snapshot that it was made from. */
  readonly snapshotId: string | undefined;
  readonly createdAt: Date;
  readonly attachment: Attachment | undefined;
}

/** Whether something uses it. */
export function volumeStatus(volume: Volume): 'available' | 'in-use' {
  return volume.attachment ? 'in-use' : 'available';
}
