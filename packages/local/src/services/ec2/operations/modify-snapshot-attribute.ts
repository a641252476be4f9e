import { ApiError } from '../../../wire/api-error.js';
import type { Snapshot } from '../estate/snapshot.js';
import { isDefaultKey } from './default-key.js';
import type { Ec2Operation } from './operation.js';
import { ownSnapshot } from './owned.js';
import { type PermissionChanges, readPermissionChanges } from './permission-changes.js';
import { readAttribute, refuseProductCodes } from './snapshot-attribute.js';

/** Shares one of the caller's snapshots, or ends its sharing. */
export const modifySnapshotAttribute: Ec2Operation = {
  name: 'ModifySnapshotAttribute',
  parameters: ['SnapshotId', 'Attribute', 'OperationType', 'UserId', 'UserGroup', 'CreateVolumePermission'],
  run(call) {
    if (call.parameters.value('Attribute') !== undefined) refuseProductCodes(readAttribute(call));
    const snapshot = ownSnapshot(call);
    const changes = readPermissionChanges(call.parameters, 'CreateVolumePermission');
    if (changes.operation === 'add') add(snapshot, changes);
    else remove(snapshot, changes);
    return (xml) => xml.leaf('return', true);
  },
};

function add(snapshot: Snapshot, { userIds, all }: PermissionChanges): void {
  const { kmsKeyId } = snapshot;
  if (kmsKeyId !== undefined && all) throw refused('Encrypted snapshots cannot be shared publicly');
  if (kmsKeyId !== undefined && isDefaultKey(kmsKeyId)) {
    throw refused('Encrypted snapshots with EBS default key cannot be shared');
  }
  for (const id of userIds) snapshot.sharedWith.add(id);
  if (all) snapshot.public = true;
}

function remove(snapshot: Snapshot, { userIds, all }: PermissionChanges): void {
  for (const id of userIds) snapshot.sharedWith.delete(id);
  if (all) snapshot.public = false;
}

function refused(message: string): ApiError {
  return new ApiError('OperationNotPermitted', message);
}
