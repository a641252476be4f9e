import type { BlockDevice, Image } from '../estate/image.js';

/** What the seeded images have in common. */
export const imageDefaults: Pick<
  Image,
  'rootDeviceName' | 'virtualization' | 'enaSupport' | 'bootMode' | 'imdsSupport'
> = { rootDeviceName: '/dev/xvda', virtualization: 'hvm', enaSupport: true, bootMode: undefined, imdsSupport: 'v2.0' };

/** The device that a seeded image boots from. */
export function rootDevice(snapshotId: string, volumeSize: number): BlockDevice {
  const { rootDeviceName: name } = imageDefaults;
  return { name, snapshotId, volumeSize, volumeType: 'gp3', encrypted: false, deleteOnTermination: true };
}
