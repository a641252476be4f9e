import { ApiError } from '../../../wire/api-error.js';
import { required } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import type { Image } from '../estate/image.js';
import { maySee } from '../estate/shared-resource.js';
import type { Snapshot } from '../estate/snapshot.js';
import type { Volume } from '../estate/volume.js';
import { findOne, imageWords, snapshotWords, volumeWords } from './resource-ids.js';

/** The caller's own volume that `VolumeId` names. */
export function ownVolume({ parameters, estate, account }: Ec2Call): Volume {
  return findOne(required(parameters, 'VolumeId'), volumeWords, (id) => {
    const volume = estate.volumes.get(id);
    return volume?.ownerId === account.id ? volume : undefined;
  });
}

/** A snapshot that the caller may make volumes of; one that it may not does not exist for it. */
export function visibleSnapshot({ estate, account }: Pick<Ec2Call, 'estate' | 'account'>, id: string): Snapshot {
  return findOne(id, snapshotWords, (known) => {
    const snapshot = estate.snapshots.get(known);
    return snapshot && maySee(snapshot, account.id) ? snapshot : undefined;
  });
}

/** The caller's own snapshot that `SnapshotId` names. One that it merely sees is refused. */
export function ownSnapshot(call: Ec2Call): Snapshot {
  const snapshot = visibleSnapshot(call, required(call.parameters, 'SnapshotId'));
  if (snapshot.ownerId === call.account.id) return snapshot;
  throw new ApiError('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403);
}

/** The caller's own image that `ImageId` names. One that it merely may launch is refused, and so is one that is gone. */
export function ownImage({ parameters, estate, account }: Ec2Call): Image {
  const image = findOne(required(parameters, 'ImageId'), imageWords, (id) => {
    if (estate.deregisteredImages.has(id))
      throw new ApiError('InvalidAMIID.Unavailable', `The image ID '${id}' is no longer available`);
    const known = estate.images.get(id);
    return known && maySee(known, account.id) ? known : undefined;
  });
  if (image.ownerId === account.id) return image;
  throw new ApiError('AuthFailure', `Not authorized for image:${image.id}`);
}
