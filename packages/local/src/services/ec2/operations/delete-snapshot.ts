import type { Ec2Operation } from './operation.js';
import { ownSnapshot } from './owned.js';

/** Deletes one of the caller's snapshots; what was made of it stays. */
export const deleteSnapshot: Ec2Operation = {
  name: 'DeleteSnapshot',
  parameters: ['SnapshotId'],
  run(call) {
    const { id } = ownSnapshot(call);
    call.estate.snapshots.delete(id);
    call.estate.tags.forget(id);
    return (xml) => xml.leaf('return', true);
  },
};
