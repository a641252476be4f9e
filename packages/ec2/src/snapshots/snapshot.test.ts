import { expect, test } from 'vitest';
import { FakeWire, irelandOn, success } from '../testing/fake-wire.js';
import { listXml, type SnapshotFacts, snapshotXml } from '../testing/xml.js';
import { isSnapshot, type Snapshot } from './snapshot.js';

async function snapshotWith(facts: SnapshotFacts): Promise<Snapshot> {
  const wire = new FakeWire((form) => success(form, listXml('snapshotSet', [snapshotXml('snap-1', facts)])));
  return irelandOn(wire).snapshot('snap-1');
}

test('it says what it is, where, and whose', async () => {
  const snapshot = await snapshotWith({ encrypted: true, tags: { Name: 'nightly' } });
  expect(snapshot).toMatchObject({ region: 'eu-west-1', id: 'snap-1', volumeId: 'vol-1', size: 8, description: 'd' });
  expect([snapshot.encrypted, snapshot.tags['Name'], snapshot.state]).toEqual([true, 'nightly', 'completed']);
  expect(await snapshot.account()).toBe('444455556666');
  expect(await snapshot.arn()).toBe('arn:aws:ec2:eu-west-1::snapshot/snap-1');
  expect([isSnapshot(snapshot), isSnapshot({ ...snapshot }), isSnapshot(null)]).toEqual([true, false, false]);
});

test('without an owner in the answer, the account is that of the credentials', async () => {
  const wire = new FakeWire((form) => success(form, listXml('snapshotSet', ['<snapshotId>snap-1</snapshotId>'])));
  const snapshot = await irelandOn(wire).snapshot('snap-1');
  expect(await snapshot.account()).toBe('111122223333');
  expect(snapshot.progress).toBe(0);
});

test.each([
  [{ status: 'pending', progress: '' }, 0],
  [{ status: 'pending', progress: '42%' }, 42],
  [{ status: 'pending', progress: '100%' }, 100],
  [{ status: 'pending', progress: 'soon' }, 0],
  [{ status: 'error', progress: '120%' }, 100],
  [{ status: 'completed', progress: '' }, 100],
])('%j is %i percent', async (facts, percent) => {
  expect((await snapshotWith(facts)).progress).toBe(percent);
});
