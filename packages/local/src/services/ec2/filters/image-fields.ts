import { type Image, imageLocation, imageState, rootDeviceType } from '../estate/image.js';
import type { FilterFields } from './compile-filters.js';

type Read = (image: Image) => string | readonly string[] | undefined;

/** The filters of DescribeImages, as they are at a moment. */
export function imageFieldsAt(now: Date): FilterFields<Image> {
  return new Map<string, Read>([
    ...plain,
    ...devices,
    ['state', (image) => imageState(image, now)],
    ['product-code', ({ productCodes }) => productCodes],
    ['product-code.type', ({ productCodes }) => productCodes.map(() => 'marketplace')],
  ]);
}

const plain: readonly [string, Read][] = [
  ['image-id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['description', ({ description }) => description],
  ['architecture', ({ architecture }) => architecture],
  ['creation-date', ({ createdAt }) => createdAt.toISOString()],
  ['is-public', ({ grants }) => String(grants.public)],
  ['owner-id', ({ ownerId }) => ownerId],
  ['owner-alias', ({ ownerAlias }) => ownerAlias],
  ['manifest-location', imageLocation],
  ['root-device-name', ({ rootDeviceName }) => rootDeviceName],
  ['root-device-type', rootDeviceType],
  ['virtualization-type', ({ virtualization }) => virtualization],
  ['ena-support', ({ enaSupport }) => String(enaSupport)],
  ['boot-mode', ({ bootMode }) => bootMode],
  ['hypervisor', () => 'xen'],
  ['image-type', () => 'machine'],
  ['platform', () => undefined],
];

const devices: readonly [string, Read][] = [
  ['block-device-mapping.device-name', (image) => image.devices.map(({ name }) => name)],
  ['block-device-mapping.snapshot-id', (image) => image.devices.flatMap(({ snapshotId }) => snapshotId ?? [])],
  ['block-device-mapping.volume-size', (image) => image.devices.map(({ volumeSize }) => String(volumeSize))],
  ['block-device-mapping.volume-type', (image) => image.devices.map(({ volumeType }) => volumeType)],
  ['block-device-mapping.encrypted', (image) => image.devices.map(({ encrypted }) => String(encrypted))],
  [
    'block-device-mapping.delete-on-termination',
    (image) => image.devices.map(({ deleteOnTermination }) => String(deleteOnTermination)),
  ],
];
