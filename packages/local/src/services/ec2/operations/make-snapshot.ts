import type { Ec2Call } from '../ec2-call.js';
import { Grants } from '../estate/grants.js';
import type { Snapshot } from '../estate/snapshot.js';

/** Puts a new, private snapshot of the caller into the region. */
export function makeSnapshot(
  call: Ec2Call,
  of: Pick<Snapshot, 'volumeId' | 'volumeSize' | 'description' | 'kmsKeyId'>,
): Snapshot {
  return call.estate.snapshots.add({
    ...of,
    id: call.estate.random.id('snap'),
    ownerId: call.account.id,
    ownerAlias: undefined,
    startedAt: call.now,
    completedAt: new Date(call.now.getTime() + call.snapshotTime),
    grants: new Grants(),
  });
}
