import type { Ec2Operation } from './operation.js';
import { ownSnapshot } from './owned.js';
import { readAttribute, refuseProductCodes } from './snapshot-attribute.js';

/** Makes one of the caller's snapshots private again. */
export const resetSnapshotAttribute: Ec2Operation = {
  name: 'ResetSnapshotAttribute',
  parameters: ['SnapshotId', 'Attribute'],
  run(call) {
    refuseProductCodes(readAttribute(call));
    const snapshot = ownSnapshot(call);
    snapshot.sharedWith.clear();
    snapshot.public = false;
    return (xml) => xml.leaf('return', true);
  },
};
