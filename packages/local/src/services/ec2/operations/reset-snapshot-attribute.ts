import type { Ec2Operation } from './operation.js';
import { ownSnapshot } from './owned.js';
import { readAttribute, refuseProductCodes } from './snapshot-attribute.js';

/** Makes one of the caller's snapshots private again. */
export const resetSnapshotAttribute: Ec2Operation = {
  name: 'ResetSnapshotAttribute',
  parameters: ['SnapshotId', 'Attribute'],
  run(call) {
    refuseProductCodes(readAttribute(call));
    ownSnapshot(call).grants.clear();
    return (xml) => xml.leaf('return', true);
  },
};
