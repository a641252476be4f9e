import { flag } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import type { Image } from '../estate/image.js';
import { imageOfSnapshot } from './image-of-snapshot.js';
import type { Ec2Operation } from './operation.js';
import { ownImage } from './owned.js';

/** Takes one of the caller's images away, and its snapshots too where that is asked for and no other image needs them. */
export const deregisterImage: Ec2Operation = {
  name: 'DeregisterImage',
  parameters: ['ImageId', 'DeleteAssociatedSnapshots'],
  run(call) {
    const image = ownImage(call);
    const andSnapshots = flag(call.parameters, 'DeleteAssociatedSnapshots') ?? false;
    call.estate.images.delete(image.id);
    call.estate.deregisteredImages.add(image.id);
    call.estate.tags.forget(image.id);
    const deleted = andSnapshots ? deleteSnapshots(call, image) : [];
    return (xml) => {
      xml.leaf('return', true);
      if (!andSnapshots) return;
      xml.items('deleteSnapshotResultSet', deleted, ([id, code]) => {
        xml.leaf('snapshotId', id);
        xml.leaf('returnCode', code);
      });
    };
  },
};

type ReturnCode = 'success' | 'skipped' | 'missing-permissions';

function deleteSnapshots(call: Ec2Call, { devices }: Image): readonly (readonly [string, ReturnCode])[] {
  const ids = new Set(devices.flatMap(({ snapshotId }) => snapshotId ?? []));
  return [...ids].map((id) => [id, deleteSnapshot(call, id)]);
}

function deleteSnapshot({ estate, account }: Ec2Call, id: string): ReturnCode {
  if (imageOfSnapshot(estate, id)) return 'skipped';
  if (estate.snapshots.get(id)?.ownerId !== account.id) return 'missing-permissions';
  estate.snapshots.delete(id);
  estate.tags.forget(id);
  return 'success';
}
