import type { Ec2Operation } from './operation.js';
import { ownSnapshot } from './owned.js';
import { readAttribute } from './snapshot-attribute.js';

/** With whom one of the caller's snapshots is shared. */
export const describeSnapshotAttribute: Ec2Operation = {
  name: 'DescribeSnapshotAttribute',
  parameters: ['SnapshotId', 'Attribute'],
  run(call) {
    const attribute = readAttribute(call);
    const snapshot = ownSnapshot(call);
    return (xml) => {
      xml.leaf('snapshotId', snapshot.id);
      if (attribute === 'productCodes') return xml.branch('productCodes', () => {});
      const groups = (snapshot.public ? ['all'] : []).map((name) => ['group', name] as const);
      const users = [...snapshot.sharedWith].map((id) => ['userId', id] as const);
      xml.items('createVolumePermission', [...groups, ...users], ([element, value]) => xml.leaf(element, value));
    };
  },
};
