import { renderSnapshot } from '../render/render-snapshot.js';
import { makeSnapshot } from './make-snapshot.js';
import type { Ec2Operation } from './operation.js';
import { ownVolume } from './owned.js';
import { specifiedTags } from './tag-rules.js';

/** Begins a snapshot of one of the caller's volumes. */
export const createSnapshot: Ec2Operation = {
  name: 'CreateSnapshot',
  parameters: ['VolumeId', 'Description', 'TagSpecification'],
  run(call) {
    const volume = ownVolume(call);
    const tags = specifiedTags(call.parameters, 'snapshot');
    const snapshot = makeSnapshot(call, {
      volumeId: volume.id,
      volumeSize: volume.size,
      description: call.parameters.value('Description') ?? '',
      kmsKeyId: volume.kmsKeyId,
    });
    call.estate.tags.set(call.account.id, snapshot.id, tags);
    return (xml) => renderSnapshot(xml, snapshot, tags, call.now, 'made');
  },
};
