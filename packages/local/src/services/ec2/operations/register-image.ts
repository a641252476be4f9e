import { ApiError } from '../../../wire/api-error.js';
import { flag, required } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import { type Architecture, architectures, type BlockDevice, type Image } from '../estate/image.js';
import { readBlockDevices } from './block-devices.js';
import { readImageName } from './image-name.js';
import { type ImageSpecification, makeImage } from './make-image.js';
import type { Ec2Operation } from './operation.js';
import { specifiedTags } from './tag-rules.js';

const PARAMETERS = [
  ...['Name', 'Description', 'Architecture', 'RootDeviceName', 'BlockDeviceMapping', 'VirtualizationType'],
  ...['EnaSupport', 'BootMode', 'ImdsSupport', 'TagSpecification'],
];
const BOOT_MODES = ['legacy-bios', 'uefi', 'uefi-preferred'] as const;

/** Makes an image of a snapshot of a root volume. Those of a manifest in S3 are not served. */
export const registerImage: Ec2Operation = {
  name: 'RegisterImage',
  parameters: PARAMETERS,
  run(call) {
    const tags = specifiedTags(call.parameters, 'image');
    const image = makeImage(call, readImage(call));
    call.estate.tags.set(call.account.id, image.id, tags);
    return (xml) => xml.leaf('imageId', image.id);
  },
};

function readImage(call: Ec2Call): ImageSpecification {
  const { parameters } = call;
  const devices = readBlockDevices(call);
  return {
    name: readImageName(call),
    description: parameters.value('Description') || undefined,
    architecture: oneOf<Architecture>(call, 'Architecture', architectures) ?? 'i386',
    rootDeviceName: readRoot(call, devices),
    devices,
    virtualization: oneOf<Image['virtualization']>(call, 'VirtualizationType', ['hvm', 'paravirtual']) ?? 'paravirtual',
    enaSupport: flag(parameters, 'EnaSupport') ?? false,
    bootMode: oneOf(call, 'BootMode', BOOT_MODES),
    imdsSupport: oneOf<'v2.0'>(call, 'ImdsSupport', ['v2.0']),
  };
}

function readRoot({ parameters }: Ec2Call, devices: readonly BlockDevice[]): string {
  const name = required(parameters, 'RootDeviceName');
  const root = devices.find((device) => device.name === name);
  if (root?.snapshotId !== undefined) return name;
  throw new ApiError('InvalidBlockDeviceMapping', `The root device '${name}' has no snapshot.`);
}

function oneOf<T extends string>({ parameters }: Ec2Call, parameter: string, known: readonly T[]): T | undefined {
  const given = parameters.value(parameter);
  if (given === undefined) return undefined;
  const found = known.find((value) => value === given);
  if (found !== undefined) return found;
  throw new ApiError('InvalidParameterValue', `Value (${given}) for parameter ${parameter} is invalid.`);
}
