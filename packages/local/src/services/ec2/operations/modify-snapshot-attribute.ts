import { ApiError } from '../../../wire/api-error.js';
import type { Snapshot } from '../estate/snapshot.js';
import { isDefaultKey } from './default-key.js';
import type { Ec2Operation } from './operation.js';
import { ownSnapshot } from './owned.js';
import {
  applyChanges,
  type PermissionChanges,
  type PermissionForm,
  readPermissionChanges,
} from './permission-changes.js';
import { readAttribute, refuseProductCodes } from './snapshot-attribute.js';

const form: PermissionForm = {
  structure: 'CreateVolumePermission',
  limit: 500,
  invalid: ({ kind, value }) =>
    kind === 'userId'
      ? new ApiError('InvalidUserID.Malformed', `Invalid user id: "${value}"`)
      : new ApiError(
          'InvalidParameterValue',
          `Value (${value}) for parameter userGroup is invalid. Only all is a group.`,
        ),
};

/** Shares one of the caller's snapshots, or ends its sharing. */
export const modifySnapshotAttribute: Ec2Operation = {
  name: 'ModifySnapshotAttribute',
  parameters: ['SnapshotId', 'Attribute', 'OperationType', 'UserId', 'UserGroup', 'CreateVolumePermission'],
  run(call) {
    if (call.parameters.value('Attribute') !== undefined) refuseProductCodes(readAttribute(call));
    const snapshot = ownSnapshot(call);
    const changes = readPermissionChanges(call.parameters, form);
    checkEncrypted(snapshot, changes);
    applyChanges(snapshot.grants, changes);
    return (xml) => xml.leaf('return', true);
  },
};

function checkEncrypted({ kmsKeyId }: Snapshot, { operation, grantees }: PermissionChanges): void {
  if (kmsKeyId === undefined || operation === 'remove') return;
  if (grantees.some(({ kind }) => kind === 'group')) throw refused('Encrypted snapshots cannot be shared publicly');
  if (isDefaultKey(kmsKeyId)) throw refused('Encrypted snapshots with EBS default key cannot be shared');
}

function refused(message: string): ApiError {
  return new ApiError('OperationNotPermitted', message);
}
