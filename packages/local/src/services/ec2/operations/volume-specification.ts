import { ApiError } from '../../../wire/api-error.js';
import { integer, missing } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import type { Snapshot } from '../estate/snapshot.js';
import { type Volume, type VolumeType, volumeTypes } from '../estate/volume.js';

/** The sizes of a type, in GiB, and what it takes besides. */
interface TypeRules {
  readonly smallest: number;
  readonly largest: number;
  /** Operations per second: to be given, may be given, or set by the service. */
  readonly iops: 'required' | 'optional' | 'none';
}

const rules: Readonly<Record<VolumeType, TypeRules>> = {
  standard: { smallest: 1, largest: 1024, iops: 'none' },
  gp2: { smallest: 1, largest: 16_384, iops: 'none' },
  gp3: { smallest: 1, largest: 65_536, iops: 'optional' },
  io1: { smallest: 4, largest: 16_384, iops: 'required' },
  io2: { smallest: 4, largest: 65_536, iops: 'required' },
  st1: { smallest: 125, largest: 16_384, iops: 'none' },
  sc1: { smallest: 125, largest: 16_384, iops: 'none' },
};

/** The type, size and speed that the call asks for. Throws {@link ApiError} for what the type does not take. */
export function volumeSpecification(
  call: Ec2Call,
  snapshot: Snapshot | undefined,
): Pick<Volume, 'type' | 'size' | 'iops' | 'throughput'> {
  const type = readType(call.parameters.value('VolumeType') ?? 'gp2');
  const size = readSize(call, type, snapshot);
  return { type, size, iops: readIops(call, type, size), throughput: readThroughput(call, type) };
}

function readType(name: string): VolumeType {
  const type = volumeTypes.find((known) => known === name);
  if (type) return type;
  throw new ApiError('UnknownVolumeType', `Unsupported volume type '${name}' for volume creation.`);
}

function readSize({ parameters }: Ec2Call, type: VolumeType, snapshot: Snapshot | undefined): number {
  const size = integer(parameters, 'Size') ?? snapshot?.volumeSize;
  if (size === undefined) throw missing('size/snapshot');
  const { smallest, largest } = rules[type];
  if (snapshot && size < snapshot.volumeSize) {
    throw invalid(
      `Volume of ${size}GiB is smaller than snapshot '${snapshot.id}', expect size >= ${snapshot.volumeSize}GiB`,
    );
  }
  if (size < smallest)
    throw invalid(
      `The volume size is invalid for ${type} volumes: ${size} GiB. ${type} volumes must be at least ${smallest} GiB in size. Please specify a volume size above the minimum limit.`,
    );
  if (size > largest)
    throw invalid(`Volume of ${size}GiB is too large for volume type ${type}; maximum is ${largest}GiB.`);
  return size;
}

function readIops({ parameters }: Ec2Call, type: VolumeType, size: number): number | undefined {
  const given = integer(parameters, 'Iops');
  const rule = rules[type].iops;
  if (given === undefined) {
    if (rule === 'required') throw missing('iops');
    if (type === 'gp3') return 3000;
    // gp2 has three for each GiB, within its bounds.
    return type === 'gp2' ? Math.min(16_000, Math.max(100, 3 * size)) : undefined;
  }
  if (rule === 'none')
    throw new ApiError('InvalidParameterCombination', `The parameter iops is not supported for ${type} volumes.`);
  const least = type === 'gp3' ? 3000 : 100;
  if (given < least) throw invalid(`Volume iops of ${given} is too low; minimum is ${least}.`);
  return given;
}

function readThroughput({ parameters }: Ec2Call, type: VolumeType): number | undefined {
  const given = integer(parameters, 'Throughput');
  if (given === undefined) return type === 'gp3' ? 125 : undefined;
  if (type !== 'gp3')
    throw new ApiError('InvalidParameterCombination', `The throughput parameter is not supported for ${type} volumes.`);
  if (given < 125 || given > 2000) throw invalid(`Volume throughput of ${given} is out of range: 125 to 2000.`);
  return given;
}

function invalid(message: string): ApiError {
  return new ApiError('InvalidParameterValue', message);
}
