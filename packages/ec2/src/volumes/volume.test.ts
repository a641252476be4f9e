import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { Snapshot } from '../snapshots/snapshot.js';
import { FakeWire, irelandOn, refusal, setOn, success } from '../testing/fake-wire.js';
import { listXml, snapshotXml, volumeXml } from '../testing/xml.js';
import { isVolume, type Volume } from './volume.js';

// As entries: in a literal, the first would be a prototype.
const awkward = Object.fromEntries([
  ['__proto__', 'a tag'],
  ['constructor', 'another'],
  ['Name', 'web'],
  ['aws:cloudformation:stack-name', 'shop'],
]);

async function volumeOn(): Promise<{ readonly volume: Volume; readonly wire: FakeWire }> {
  const wire = new FakeWire((form) => {
    if (form['Action'] === 'DescribeVolumes') return success(form, listXml('volumeSet', [volumeXml('vol-1', awkward)]));
    if (form['Action'] === 'DescribeSnapshots') return success(form, listXml('snapshotSet', [snapshotXml('snap-1')]));
    return success(form, form['Action'] === 'CreateSnapshot' ? snapshotXml('snap-2', { status: 'pending' }) : '');
  });
  const volume = await irelandOn(wire).volume('vol-1');
  wire.forms.length = 0;
  return { volume, wire };
}

test('it says what it is and where', async () => {
  const { volume, wire } = await volumeOn();
  expect(volume).toMatchObject({ region: 'eu-west-1', id: 'vol-1', size: 8, state: 'available', type: 'gp3' });
  expect(volume.raw.VolumeId).toBe('vol-1');
  expect(await volume.account()).toBe('111122223333');
  expect(await volume.arn()).toBe('arn:aws:ec2:eu-west-1:111122223333:volume/vol-1');
  expect(isVolume(volume)).toBe(true);
  expect([isVolume({ ...volume }), isVolume(null), isVolume('vol-1')]).toEqual([false, false, false]);
  expect(wire.forms).toEqual([]);
});

test('its tags hold any key, and cannot be changed', async () => {
  const { volume } = await volumeOn();
  expect(Object.entries(volume.tags)).toEqual(Object.entries(awkward));
  expect(volume.tags['constructor']).toBe('another');
  expect(volume.tags['toString']).toBeUndefined();
  expect(Object.isFrozen(volume.tags)).toBe(true);
  expect(JSON.parse(JSON.stringify(volume)).tags).toHaveProperty('Name', 'web');
});

test('printing it shows neither credentials nor the client', async () => {
  const { volume } = await volumeOn();
  const printed = inspect(volume, { depth: 20, showHidden: true }) + JSON.stringify(volume);
  expect(printed).toContain('vol-1');
  expect(printed).not.toContain('secret');
  expect(printed).not.toContain('requestHandler');
});

test('a snapshot is made by one request, tags and all', async () => {
  const { volume, wire } = await volumeOn();
  const snapshot = await volume.createSnapshot('nightly', { tags: { Purpose: 'backup' } });
  expect([snapshot.id, snapshot.region, snapshot.state]).toEqual(['snap-2', 'eu-west-1', 'pending']);
  expect(snapshot.raw).not.toHaveProperty('$metadata');
  expect(wire.form).toEqual({
    Action: 'CreateSnapshot',
    VolumeId: 'vol-1',
    Description: 'nightly',
    'TagSpecification.1.ResourceType': 'snapshot',
    'TagSpecification.1.Tag.1.Key': 'Purpose',
    'TagSpecification.1.Tag.1.Value': 'backup',
  });
});

test('a description is a text', async () => {
  const { volume, wire } = await volumeOn();
  const { description } = {} as { readonly description: string };
  await expect(volume.createSnapshot(description)).rejects.toMatchObject({ name: 'OptionError' });
  expect(wire.forms).toEqual([]);
});

test("the volume's own tags go along when asked for, but for AWS's", async () => {
  const { volume, wire } = await volumeOn();
  await volume.createSnapshot('', { copyTags: true, tags: { Name: 'copy' } });
  const sent = new Map<string | undefined, string | undefined>();
  for (let at = 1; wire.form[`TagSpecification.1.Tag.${at}.Key`] !== undefined; at += 1) {
    sent.set(wire.form[`TagSpecification.1.Tag.${at}.Key`], wire.form[`TagSpecification.1.Tag.${at}.Value`]);
  }
  expect(sent).toEqual(
    new Map([
      ['Name', 'copy'],
      ['__proto__', 'a tag'],
      ['constructor', 'another'],
    ]),
  );
});

test('without tags, none are sent', async () => {
  const { volume, wire } = await volumeOn();
  await volume.createSnapshot('This is my test snapshot for the blog');
  expect(wire.form).toEqual({
    Action: 'CreateSnapshot',
    VolumeId: 'vol-1',
    Description: 'This is my test snapshot for the blog',
  });
});

test('its snapshots are found by filter, beside the filters given', async () => {
  const { volume, wire } = await volumeOn();
  const snapshots: readonly Snapshot[] = await volume.snapshots({ filters: { status: 'completed' } });
  expect(snapshots.map(({ id }) => id)).toEqual(['snap-1']);
  expect(wire.form).toEqual({
    Action: 'DescribeSnapshots',
    MaxResults: '1000',
    'Owner.1': 'self',
    'Filter.1.Name': 'status',
    'Filter.1.Value.1': 'completed',
    'Filter.2.Name': 'volume-id',
    'Filter.2.Value.1': 'vol-1',
  });
});

test('it is deleted where it lives', async () => {
  const hosts: string[] = [];
  const wire = new FakeWire((form, { hostname }) => {
    hosts.push(`${form['Action']} ${hostname}`);
    return success(form, form['Action'] === 'DescribeVolumes' ? listXml('volumeSet', [volumeXml('vol-1')]) : '');
  });
  const volumes = (await setOn(wire, ['eu-west-1', 'us-west-2']).volumes()).flat();
  for (const volume of volumes) await volume.delete();
  expect(hosts.slice(2)).toEqual([
    'DeleteVolume ec2.eu-west-1.amazonaws.com',
    'DeleteVolume ec2.us-west-2.amazonaws.com',
  ]);
  expect(wire.forms.at(-1)).toEqual({ Action: 'DeleteVolume', VolumeId: 'vol-1' });
});

test('refreshing gives another object', async () => {
  const { volume, wire } = await volumeOn();
  const now = await volume.refresh();
  expect(now).not.toBe(volume);
  expect(now.id).toBe('vol-1');
  expect(wire.form).toEqual({ Action: 'DescribeVolumes', 'VolumeId.1': 'vol-1' });
});

test('its methods take a signal, and no option that is not there', async () => {
  const { volume, wire } = await volumeOn();
  const acts = [
    (options: object) => volume.delete(options),
    (options: object) => volume.refresh(options),
    (options: object) => volume.createSnapshot('d', options),
    (options: object) => volume.snapshots(options),
  ];
  for (const act of acts) {
    await expect(act({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'CancelledError' });
    await expect(act({ dryRun: true })).rejects.toMatchObject({ name: 'OptionError' });
  }
  expect(wire.forms).toEqual([]);
});

test.each([
  ['EC2 says so', () => refusal('InvalidVolume.NotFound'), 'InvalidVolume.NotFound'],
  ['the answer has none', (form: Record<string, string>) => success(form, '<volumeSet/>'), undefined],
  [
    'the answer has another',
    (form: Record<string, string>) => success(form, listXml('volumeSet', [volumeXml('vol-2')])),
    undefined,
  ],
])('an id that is not there is an error of its own when %s', async (_, answer, code) => {
  const refused = irelandOn(new FakeWire(answer)).volume('vol-1');
  await expect(refused).rejects.toMatchObject({ name: 'Ec2NotFoundError', kind: 'volume', region: 'eu-west-1' });
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  expect(error instanceof Error && (error.cause as Error | undefined)?.name).toBe(code);
});

test('what is no id asks for nothing', async () => {
  const wire = new FakeWire((form) => success(form, '<volumeSet/>'));
  const nothing = {} as { readonly id: string };
  await expect(irelandOn(wire).volume('')).rejects.toMatchObject({ name: 'OptionError' });
  await expect(irelandOn(wire).volume(nothing.id)).rejects.toMatchObject({ name: 'OptionError' });
  expect(wire.forms).toEqual([]);
});

test('another error keeps its own name', async () => {
  const refused = irelandOn(new FakeWire(() => refusal('InvalidVolumeID.Malformed'))).volume('volume-1');
  await expect(refused).rejects.toMatchObject({ name: 'InvalidVolumeID.Malformed' });
});
