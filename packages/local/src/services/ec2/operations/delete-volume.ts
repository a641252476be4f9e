import { ApiError } from '../../../wire/api-error.js';
import type { Ec2Operation } from './operation.js';
import { ownVolume } from './owned.js';

/** Deletes a volume that nothing uses. */
export const deleteVolume: Ec2Operation = {
  name: 'DeleteVolume',
  parameters: ['VolumeId'],
  run(call) {
    const { id, attachment } = ownVolume(call);
    if (attachment) throw new ApiError('VolumeInUse', `Volume ${id} is currently attached to ${attachment.instanceId}`);
    call.estate.volumes.delete(id);
    call.estate.tags.forget(id);
    return (xml) => xml.leaf('return', true);
  },
};
