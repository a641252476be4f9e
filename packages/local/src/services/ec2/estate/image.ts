import type { SharedResource } from './shared-resource.js';
import type { VolumeType } from './volume.js';

/** The architectures of an image. */
export const architectures = ['i386', 'x86_64', 'arm64', 'x86_64_mac', 'arm64_mac'] as const;

/** An architecture of an image. */
export type Architecture = (typeof architectures)[number];

/** A volume that an instance of the image begins with. */
export interface BlockDevice {
  /** Such as `/dev/xvda`. */
  readonly name: string;
  /** Absent for a volume that begins empty. */
  readonly snapshotId: string | undefined;
  /** GiB. */
  readonly volumeSize: number;
  readonly volumeType: VolumeType;
  readonly encrypted: boolean;
  readonly deleteOnTermination: boolean;
}

/** A machine image. */
export interface Image extends SharedResource {
  readonly name: string;
  description: string | undefined;
  readonly architecture: Architecture;
  /** The device that it boots from, one of `devices` unless it boots from an instance store. */
  readonly rootDeviceName: string;
  readonly devices: readonly BlockDevice[];
  readonly virtualization: 'hvm' | 'paravirtual';
  readonly enaSupport: boolean;
  readonly bootMode: string | undefined;
  imdsSupport: 'v2.0' | undefined;
  /** Of the marketplace. */
  readonly productCodes: readonly string[];
  readonly createdAt: Date;
  /** When it is no longer `pending`. */
  readonly availableAt: Date;
  /** From when on others find it only when they ask for what is deprecated. */
  readonly deprecatedAt: Date | undefined;
}

/** `pending` until it can be launched. */
export function imageState(image: Image, now: Date): 'pending' | 'available' {
  return now >= image.availableAt ? 'available' : 'pending';
}

/** Whether it boots from a volume, or from what the host has. */
export function rootDeviceType({ devices }: Image): 'ebs' | 'instance-store' {
  return devices.length > 0 ? 'ebs' : 'instance-store';
}

/** Where its manifest is, or what stands for that where it has none. */
export function imageLocation({ ownerAlias, ownerId, name }: Image): string {
  return `${ownerAlias ?? ownerId}/${name}`;
}
