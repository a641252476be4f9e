import { expect, test } from 'vitest';
import { FakeWire, irelandOn, success } from '../testing/fake-wire.js';
import { listXml, snapshotXml } from '../testing/xml.js';
import type { SnapshotsOptions } from './list-snapshots.js';

function wireOf(...ids: readonly string[]): FakeWire {
  return new FakeWire((form) =>
    success(
      form,
      listXml(
        'snapshotSet',
        ids.map((id) => snapshotXml(id)),
      ),
    ),
  );
}

const plain = { Action: 'DescribeSnapshots', MaxResults: '1000' };

test.each<[SnapshotsOptions, Record<string, string>]>([
  [{}, { 'Owner.1': 'self' }],
  [{ public: false }, { 'Owner.1': 'self' }],
  [{ owners: ['amazon', '123456789012'] }, { 'Owner.1': 'amazon', 'Owner.2': '123456789012' }],
  [{ restorableBy: ['self'] }, { 'RestorableBy.1': 'self' }],
  [{ public: true }, { 'RestorableBy.1': 'all' }],
  [
    { public: true, restorableBy: ['all', 'self'] },
    { 'RestorableBy.1': 'all', 'RestorableBy.2': 'self' },
  ],
  [
    { public: true, owners: ['self'] },
    { 'Owner.1': 'self', 'RestorableBy.1': 'all' },
  ],
])('%j asks for that and no more', async (options, expected) => {
  const wire = wireOf('snap-1');
  await irelandOn(wire).snapshots(options);
  expect(wire.form).toEqual({ ...plain, ...expected });
});

test('owner, restorer and filters go out together as they always did', async () => {
  const wire = wireOf('snap-1');
  await irelandOn(wire).snapshots({ owners: ['self'], restorableBy: ['all'], filters: { 'tag:Name': ['a', 'b'] } });
  const form = 'Filter.1.Name=tag%3AName&Filter.1.Value.1=a&Filter.1.Value.2=b&Owner.1=self&RestorableBy.1=all';
  expect(wire.form).toEqual({ ...plain, ...Object.fromEntries(new URLSearchParams(form)) });
});

test('an id names its snapshot, whoever owns it', async () => {
  const wire = wireOf('snap-1');
  const snapshot = await irelandOn(wire).snapshot('snap-1');
  expect(wire.form).toEqual({ Action: 'DescribeSnapshots', 'SnapshotId.1': 'snap-1' });
  expect(await snapshot.account()).toBe('444455556666');
});

test('pages of snapshots stream', async () => {
  const wire = new FakeWire((form) =>
    success(form, listXml('snapshotSet', [snapshotXml(`snap-${wire.forms.length}`)], form['NextToken'] ? '' : 'a')),
  );
  const ids: string[] = [];
  for await (const page of irelandOn(wire).paginateSnapshots()) ids.push(...page.snapshots.map(({ id }) => id));
  expect(ids).toEqual(['snap-1', 'snap-2']);
  expect(wire.forms.map((form) => form['NextToken'])).toEqual([undefined, 'a']);
});
