import { copySnapshot } from './copy-snapshot.js';
import { createSnapshot } from './create-snapshot.js';
import { createTags } from './create-tags.js';
import { createVolume } from './create-volume.js';
import { deleteSnapshot } from './delete-snapshot.js';
import { deleteTags } from './delete-tags.js';
import { deleteVolume } from './delete-volume.js';
import { deregisterImage } from './deregister-image.js';
import { describeAvailabilityZones } from './describe-availability-zones.js';
import { describeImageAttribute } from './describe-image-attribute.js';
import { describeImages } from './describe-images.js';
import { describeInstances } from './describe-instances.js';
import { describeRegions } from './describe-regions.js';
import { describeSnapshotAttribute } from './describe-snapshot-attribute.js';
import { describeSnapshots } from './describe-snapshots.js';
import { describeTags } from './describe-tags.js';
import { describeVolumes } from './describe-volumes.js';
import { describeVpcs } from './describe-vpcs.js';
import { modifyImageAttribute } from './modify-image-attribute.js';
import { modifySnapshotAttribute } from './modify-snapshot-attribute.js';
import type { Ec2Operation } from './operation.js';
import { registerImage } from './register-image.js';
import { resetImageAttribute } from './reset-image-attribute.js';
import { resetSnapshotAttribute } from './reset-snapshot-attribute.js';

const all: readonly Ec2Operation[] = [
  ...[
    describeRegions,
    describeAvailabilityZones,
    describeVpcs,
    describeInstances,
    describeTags,
    createTags,
    deleteTags,
  ],
  ...[createVolume, describeVolumes, deleteVolume, createSnapshot, copySnapshot, describeSnapshots, deleteSnapshot],
  ...[describeSnapshotAttribute, modifySnapshotAttribute, resetSnapshotAttribute],
  ...[registerImage, describeImages, deregisterImage],
  ...[describeImageAttribute, modifyImageAttribute, resetImageAttribute],
];

/** Every action of EC2 that is served, by name. */
export const ec2Operations: ReadonlyMap<string, Ec2Operation> = new Map(all.map((one) => [one.name, one]));
