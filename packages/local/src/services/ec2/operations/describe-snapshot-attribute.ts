import { renderGrants } from '../render/render-grants.js';
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
      renderGrants(xml, 'createVolumePermission', snapshot.grants);
    };
  },
};
