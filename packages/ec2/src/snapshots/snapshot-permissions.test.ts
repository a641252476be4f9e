import { expect, test } from 'vitest';
import { FakeWire, irelandOn, refusal, success } from '../testing/fake-wire.js';
import { listXml, snapshotXml } from '../testing/xml.js';
import type { Snapshot } from './snapshot.js';

/** A snapshot, and the forms that what is done to it sends. */
async function snapshotOn(facts: { readonly encrypted?: boolean } = {}, answer = '<return>true</return>') {
  const wire = new FakeWire((form) => {
    const isListing = form['Action'] === 'DescribeSnapshots';
    return success(form, isListing ? listXml('snapshotSet', [snapshotXml('snap-1', facts)]) : answer);
  });
  const snapshot = await irelandOn(wire).snapshot('snap-1');
  wire.forms.length = 0;
  return { snapshot, wire };
}

const parsed = (form: string) => Object.fromEntries(new URLSearchParams(form));

test.each<[string, (snapshot: Snapshot) => Promise<unknown>, string]>([
  [
    'share',
    (snapshot) => snapshot.share({ userIds: ['111111111111', '222222222222'] }),
    'Action=ModifySnapshotAttribute&Attribute=createVolumePermission&OperationType=add&SnapshotId=snap-1&UserId.1=111111111111&UserId.2=222222222222',
  ],
  [
    'public',
    (snapshot) => snapshot.share({ groups: ['all'] }),
    'Action=ModifySnapshotAttribute&Attribute=createVolumePermission&OperationType=add&SnapshotId=snap-1&UserGroup.1=all',
  ],
  [
    'unshare',
    (snapshot) => snapshot.unshare({ userIds: ['111111111111'], groups: ['all'] }),
    'Action=ModifySnapshotAttribute&Attribute=createVolumePermission&OperationType=remove&SnapshotId=snap-1&UserGroup.1=all&UserId.1=111111111111',
  ],
  [
    'get',
    (snapshot) => snapshot.permissions(),
    'Action=DescribeSnapshotAttribute&Attribute=createVolumePermission&SnapshotId=snap-1',
  ],
  [
    'reset',
    (snapshot) => snapshot.resetPermissions(),
    'Action=ResetSnapshotAttribute&Attribute=createVolumePermission&SnapshotId=snap-1',
  ],
  ['delete', (snapshot) => snapshot.delete(), 'Action=DeleteSnapshot&SnapshotId=snap-1'],
])('%s sends one form', async (_, act, form) => {
  const { snapshot, wire } = await snapshotOn();
  await act(snapshot);
  expect(wire.form).toEqual(parsed(form));
});

test('permissions are two lists, whatever the answer has', async () => {
  const items = ['<userId>111111111111</userId>', '<group>all</group>'];
  const { snapshot: shared } = await snapshotOn({}, listXml('createVolumePermission', items));
  expect(await shared.permissions()).toEqual({ userIds: ['111111111111'], groups: ['all'] });
  const { snapshot: unshared } = await snapshotOn({}, '<createVolumePermission/>');
  expect(await unshared.permissions()).toEqual({ userIds: [], groups: [] });
  const { snapshot: silent } = await snapshotOn({}, '<snapshotId>snap-1</snapshotId>');
  expect(await silent.permissions()).toEqual({ userIds: [], groups: [] });
});

test('an encrypted snapshot is not made public, and no request is made', async () => {
  const { snapshot, wire } = await snapshotOn({ encrypted: true });
  const refused = snapshot.share({ groups: ['all'], userIds: ['111111111111'] });
  await expect(refused).rejects.toMatchObject({ name: 'Ec2RuleError', rule: 'encryptedNotPublic' });
  await expect(refused).rejects.toThrow('share(changes) of snap-1 in eu-west-1');
  expect(wire.forms).toEqual([]);
});

test('unsharing checks its accounts too, and says so', async () => {
  const { snapshot, wire } = await snapshotOn();
  const refused = snapshot.unshare({ userIds: ['1'] });
  await expect(refused).rejects.toThrow('unshare(changes) of snap-1 in eu-west-1');
  expect(wire.forms).toEqual([]);
});

test.each<[string, (snapshot: Snapshot, options: object) => Promise<unknown>]>([
  ['share', (snapshot, options) => snapshot.share({ groups: ['all'] }, options)],
  ['unshare', (snapshot, options) => snapshot.unshare({ groups: ['all'] }, options)],
  ['permissions', (snapshot, options) => snapshot.permissions(options)],
  ['resetPermissions', (snapshot, options) => snapshot.resetPermissions(options)],
  ['delete', (snapshot, options) => snapshot.delete(options)],
  ['refresh', (snapshot, options) => snapshot.refresh(options)],
])('%s takes a signal, and no option that is not there', async (_, act) => {
  const { snapshot, wire } = await snapshotOn();
  await expect(act(snapshot, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'CancelledError' });
  await expect(act(snapshot, { dryRun: true })).rejects.toThrow("'dryRun' is not an option");
  await expect(act(snapshot, { timeout: -1 })).rejects.toThrow('timeout is -1');
  expect(wire.forms).toEqual([]);
});

test("a refusal keeps the service's name for it", async () => {
  const wire = new FakeWire((form) => {
    const isListing = form['Action'] === 'DescribeSnapshots';
    return isListing
      ? success(form, listXml('snapshotSet', [snapshotXml('snap-1')]))
      : refusal('OperationNotPermitted');
  });
  const snapshot = await irelandOn(wire).snapshot('snap-1');
  await expect(snapshot.share({ groups: ['all'] })).rejects.toMatchObject({ name: 'OperationNotPermitted' });
});
