import type { Ec2Call } from '../ec2-call.js';
import { maySee } from '../estate/shared-resource.js';
import { type Snapshot, snapshotProgress, snapshotStatus } from '../estate/snapshot.js';
import { compileFilters, type FilterFields } from '../filters/compile-filters.js';
import { cutPage, refusePagedIds } from '../paging.js';
import { renderSnapshot } from '../render/render-snapshot.js';
import type { Ec2Operation } from './operation.js';
import { snapshotWords } from './resource-ids.js';
import { select, tagsOf } from './select.js';
import { ownerTest, userTest } from './sharing-scopes.js';

/** Every snapshot that the caller may make volumes of, the public ones of the whole world included, or those asked for. */
export const describeSnapshots: Ec2Operation = {
  name: 'DescribeSnapshots',
  parameters: ['SnapshotId', 'Owner', 'RestorableBy', 'Filter', 'MaxResults', 'NextToken'],
  run(call) {
    const ids = call.parameters.list('SnapshotId');
    refusePagedIds(call, ids, 'snapshotSet');
    const tests = [
      ownerTest(call, ['amazon', 'aws-marketplace']),
      userTest(call, 'RestorableBy', 'own too'),
      compileFilters(call.parameters, fieldsAt(call.now), tagsOf(call)),
    ];
    const found = select({
      from: call.estate.snapshots,
      ids,
      words: snapshotWords,
      visible: (snapshot) => maySee(snapshot, call.account.id),
      passes: (snapshot) => tests.every((test) => test(snapshot)),
    });
    return answer(call, cutPage(call, { action: 'DescribeSnapshots', over: 'clamp' }, found));
  },
};

function answer(call: Ec2Call, page: ReturnType<typeof cutPage<Snapshot>>): ReturnType<Ec2Operation['run']> {
  return (xml) => {
    xml.items('snapshotSet', page.rows, (snapshot) =>
      renderSnapshot(xml, snapshot, tagsOf(call)(snapshot), call.now, 'described'),
    );
    xml.leaf('nextToken', page.nextToken);
  };
}

function fieldsAt(now: Date): FilterFields<Snapshot> {
  return new Map<string, (snapshot: Snapshot) => string | undefined>([
    ['snapshot-id', ({ id }) => id],
    ['volume-id', ({ volumeId }) => volumeId],
    ['volume-size', ({ volumeSize }) => String(volumeSize)],
    ['description', ({ description }) => description],
    ['encrypted', ({ kmsKeyId }) => String(kmsKeyId !== undefined)],
    ['owner-id', ({ ownerId }) => ownerId],
    ['owner-alias', ({ ownerAlias }) => ownerAlias],
    ['progress', (snapshot) => `${snapshotProgress(snapshot, now)}%`],
    ['start-time', ({ startedAt }) => startedAt.toISOString()],
    ['status', (snapshot) => snapshotStatus(snapshot, now)],
    ['storage-tier', () => 'standard'],
  ]);
}
