import { copySnapshot } from './copy-snapshot.js';
import { createSnapshot } from './create-snapshot.js';
import { createTags } from './create-tags.js';
import { createVolume } from './create-volume.js';
import { deleteSnapshot } from './delete-snapshot.js';
import { deleteTags } from './delete-tags.js';
import { deleteVolume } from './delete-volume.js';
import { describeAvailabilityZones } from './describe-availability-zones.js';
import { describeInstances } from './describe-instances.js';
import { describeRegions } from './describe-regions.js';
import { describeSnapshotAttribute } from './describe-snapshot-attribute.js';
import { describeSnapshots } from './describe-snapshots.js';
import { describeTags } from './describe-tags.js';
import { describeVolumes } from './describe-volumes.js';
import { describeVpcs } from './describe-vpcs.js';
import { modifySnapshotAttribute } from './modify-snapshot-attribute.js';
import type { Ec2Operation } from './operation.js';
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
];

/** Every action of EC2 that is served, by name. */
export const ec2Operations: ReadonlyMap<string, Ec2Operation> = new Map(all.map((one) => [one.name, one]));
