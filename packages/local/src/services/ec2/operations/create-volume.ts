import { ApiError } from '../../../wire/api-error.js';
import { flag, missing } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import { type Snapshot, snapshotStatus } from '../estate/snapshot.js';
import type { Volume } from '../estate/volume.js';
import { renderVolume } from '../render/render-volume.js';
import { defaultKey, namedKey } from './default-key.js';
import type { Ec2Operation } from './operation.js';
import { visibleSnapshot } from './owned.js';
import { requestText } from './request-text.js';
import { specifiedTags } from './tag-rules.js';
import { volumeSpecification } from './volume-specification.js';

const PARAMETERS = [
  ...['AvailabilityZone', 'AvailabilityZoneId', 'Size', 'SnapshotId', 'VolumeType', 'Iops', 'Throughput'],
  ...['Encrypted', 'KmsKeyId', 'TagSpecification', 'ClientToken'],
];

/** Makes a volume, empty or of a snapshot that the caller may use; once for each client token. */
export const createVolume: Ec2Operation = {
  name: 'CreateVolume',
  parameters: PARAMETERS,
  run(call) {
    const volume = madeBefore(call) ?? make(call);
    const tags = call.estate.tags.of(call.account.id, volume.id);
    return (xml) => renderVolume(xml, volume, tags, 'made');
  },
};

function madeBefore(call: Ec2Call): Volume | undefined {
  const token = call.parameters.value('ClientToken');
  if (!token) return undefined;
  const id = call.estate.clientTokens.find(scopeOf(call), token, requestText(call.parameters));
  return id === undefined ? undefined : call.estate.volumes.get(id);
}

function make(call: Ec2Call): Volume {
  const { parameters, estate, account } = call;
  const tags = specifiedTags(parameters, 'volume');
  const snapshotId = parameters.value('SnapshotId') || undefined;
  const snapshot = snapshotId === undefined ? undefined : usableSnapshot(call, snapshotId);
  const volume = estate.volumes.add({
    ...volumeSpecification(call, snapshot),
    id: estate.random.id('vol'),
    ownerId: account.id,
    zone: readZone(call),
    kmsKeyId: readKey(call, snapshot),
    snapshotId,
    createdAt: call.now,
    attachment: undefined,
  });
  estate.tags.set(account.id, volume.id, tags);
  const token = parameters.value('ClientToken');
  if (token) estate.clientTokens.remember(scopeOf(call), token, requestText(parameters), volume.id);
  return volume;
}

function usableSnapshot(call: Ec2Call, id: string): Snapshot {
  const snapshot = visibleSnapshot(call, id);
  if (snapshotStatus(snapshot, call.now) === 'completed') return snapshot;
  throw new ApiError('IncorrectState', `Snapshot is in invalid state - pending`);
}

function readZone({ parameters, estate }: Ec2Call): string {
  const name = parameters.value('AvailabilityZone') || undefined;
  const id = parameters.value('AvailabilityZoneId') || undefined;
  if (name === undefined && id === undefined) throw missing('zone');
  if (name !== undefined && id !== undefined) {
    throw new ApiError(
      'InvalidParameterCombination',
      'Only one of AvailabilityZone or AvailabilityZoneId may be given.',
    );
  }
  const zone = estate.zones.find((known) => known.name === name || known.id === id);
  if (!zone) throw new ApiError('InvalidZone.NotFound', `The zone '${name ?? id}' does not exist.`);
  return zone.name;
}

/** What is made of an encrypted snapshot is encrypted, whatever the call says. */
function readKey(call: Ec2Call, snapshot: Snapshot | undefined): string | undefined {
  const key = call.parameters.value('KmsKeyId') || undefined;
  const encrypted = flag(call.parameters, 'Encrypted') ?? false;
  if (key !== undefined && !encrypted) {
    throw new ApiError(
      'InvalidParameterDependency',
      'The parameter KmsKeyId requires the parameter Encrypted to be set.',
    );
  }
  if (key !== undefined) return namedKey(key, call);
  return snapshot?.kmsKeyId ?? (encrypted ? defaultKey(call) : undefined);
}

function scopeOf({ account }: Ec2Call): string {
  return `${account.id}/CreateVolume`;
}
