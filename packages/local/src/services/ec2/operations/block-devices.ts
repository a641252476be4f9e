import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import { flag, integer, required } from '../../query/read-parameters.js';
import { checkNames } from '../../query/read-request.js';
import type { Ec2Call } from '../ec2-call.js';
import type { BlockDevice } from '../estate/image.js';
import { type Snapshot, snapshotStatus } from '../estate/snapshot.js';
import { type VolumeType, volumeTypes } from '../estate/volume.js';
import { visibleSnapshot } from './owned.js';

const EBS = ['SnapshotId', 'VolumeSize', 'VolumeType', 'DeleteOnTermination', 'Encrypted'];

/** Reads `BlockDeviceMapping.N`: volumes, of snapshots or empty. Throws {@link ApiError} for what EC2 does not take. */
export function readBlockDevices(call: Ec2Call): readonly BlockDevice[] {
  const devices = call.parameters.structs('BlockDeviceMapping').map((mapping) => readDevice(call, mapping));
  if (new Set(devices.map(({ name }) => name)).size === devices.length) return devices;
  throw invalid('A device name is given twice.');
}

function readDevice(call: Ec2Call, mapping: QueryParameters): BlockDevice {
  checkNames(mapping, ['DeviceName', 'Ebs']);
  const name = required(mapping, 'DeviceName');
  const ebs = mapping.struct('Ebs');
  checkNames(ebs, EBS);
  const snapshot = readSnapshot(call, ebs);
  const encrypted = flag(ebs, 'Encrypted');
  if (snapshot && encrypted !== undefined)
    throw new ApiError('InvalidParameterDependency', 'The parameter encrypted cannot be used with a snapshot.');
  return {
    name,
    snapshotId: snapshot?.id,
    volumeSize: readSize(ebs, snapshot),
    volumeType: readType(ebs.value('VolumeType') ?? 'standard'),
    encrypted: snapshot ? snapshot.kmsKeyId !== undefined : (encrypted ?? false),
    deleteOnTermination: flag(ebs, 'DeleteOnTermination') ?? true,
  };
}

function readSnapshot(call: Ec2Call, ebs: QueryParameters): Snapshot | undefined {
  const id = ebs.value('SnapshotId');
  if (!id) return undefined;
  const snapshot = visibleSnapshot(call, id);
  if (snapshotStatus(snapshot, call.now) === 'completed') return snapshot;
  throw new ApiError('IncorrectState', `Snapshot '${id}' is not completed.`);
}

function readSize(ebs: QueryParameters, snapshot: Snapshot | undefined): number {
  const size = integer(ebs, 'VolumeSize') ?? snapshot?.volumeSize;
  if (size === undefined) throw invalid('A volume needs a size or a snapshot.');
  if (size >= (snapshot?.volumeSize ?? 1)) return size;
  throw invalid(
    snapshot
      ? `Volume of size ${size}GB is smaller than snapshot '${snapshot.id}', expect size >= ${snapshot.volumeSize}GB`
      : `Volume of size ${size}GB is too small.`,
  );
}

function readType(name: string): VolumeType {
  const type = volumeTypes.find((known) => known === name);
  if (type) return type;
  throw invalid(`There is no volume type '${name}'.`);
}

function invalid(message: string): ApiError {
  return new ApiError('InvalidBlockDeviceMapping', message);
}
