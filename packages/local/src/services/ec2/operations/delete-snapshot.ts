import { ApiError } from '../../../wire/api-error.js';
import { imageOfSnapshot } from './image-of-snapshot.js';
import type { Ec2Operation } from './operation.js';
import { ownSnapshot } from './owned.js';

/** Deletes one of the caller's snapshots that no image needs; what was made of it stays. */
export const deleteSnapshot: Ec2Operation = {
  name: 'DeleteSnapshot',
  parameters: ['SnapshotId'],
  run(call) {
    const { id } = ownSnapshot(call);
    const image = imageOfSnapshot(call.estate, id);
    if (image) throw new ApiError('InvalidSnapshot.InUse', `The snapshot ${id} is currently in use by ${image.id}`);
    call.estate.snapshots.delete(id);
    call.estate.tags.forget(id);
    return (xml) => xml.leaf('return', true);
  },
};
