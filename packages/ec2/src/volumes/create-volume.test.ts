import { expect, test } from 'vitest';
import { FakeWire, irelandOn, success } from '../testing/fake-wire.js';
import { listXml, snapshotXml, volumeXml } from '../testing/xml.js';
import type { CreateVolumeOptions } from './create-volume.js';

const wireOf = (): FakeWire =>
  new FakeWire((form) => {
    const isListing = form['Action'] === 'DescribeSnapshots';
    return success(form, isListing ? listXml('snapshotSet', [snapshotXml('snap-1')]) : volumeXml('vol-9'));
  });

test('an empty volume is made by one request, under a token of its own', async () => {
  const wire = wireOf();
  const volume = await irelandOn(wire).createVolume({ availabilityZone: 'eu-west-1a', size: 8 });
  expect(volume).toMatchObject({ id: 'vol-9', region: 'eu-west-1', size: 8, zone: 'eu-west-1a', encrypted: false });
  expect(volume.raw).not.toHaveProperty('$metadata');
  expect(wire.form).toEqual({
    Action: 'CreateVolume',
    AvailabilityZone: 'eu-west-1a',
    Size: '8',
    ClientToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('everything that was chosen goes out', async () => {
  const wire = wireOf();
  await irelandOn(wire).createVolume({
    ...{ availabilityZone: 'eu-west-1b', size: 20, type: 'gp3', iops: 4000, throughput: 250 },
    ...{ encrypted: true, kmsKeyId: 'alias/mine', clientToken: 'once', tags: { Name: 'web', Gone: undefined } },
  });
  expect(wire.form).toEqual({
    Action: 'CreateVolume',
    AvailabilityZone: 'eu-west-1b',
    Size: '20',
    VolumeType: 'gp3',
    Iops: '4000',
    Throughput: '250',
    Encrypted: 'true',
    KmsKeyId: 'alias/mine',
    ClientToken: 'once',
    'TagSpecification.1.ResourceType': 'volume',
    'TagSpecification.1.Tag.1.Key': 'Name',
    'TagSpecification.1.Tag.1.Value': 'web',
  });
});

test('a snapshot becomes a volume in its own region', async () => {
  const wire = wireOf();
  const snapshot = await irelandOn(wire).snapshot('snap-1');
  wire.forms.length = 0;
  const volume = await snapshot.createVolume({ availabilityZone: 'eu-west-1a', clientToken: 'once' });
  expect(volume.region).toBe('eu-west-1');
  expect(wire.form).toEqual({
    Action: 'CreateVolume',
    AvailabilityZone: 'eu-west-1a',
    SnapshotId: 'snap-1',
    ClientToken: 'once',
  });
});

test.each<[object, string]>([
  [{ size: 8 }, 'zone'],
  [{ availabilityZone: '', size: 8 }, 'zone'],
  [{ availabilityZone: 'eu-west-1a' }, 'sizeOrSnapshot'],
  [{ availabilityZone: 'eu-west-1a', size: 8, kmsKeyId: 'k' }, 'keyNeedsEncrypted'],
  [{ availabilityZone: 'eu-west-1a', size: 8, kmsKeyId: 'k', encrypted: false }, 'keyNeedsEncrypted'],
  [{ availabilityZone: 'eu-west-1a', size: 8, tags: { 'aws:x': '1' } }, 'tagPrefix'],
])('%j is refused by its rule, before a request', async (options, rule) => {
  const wire = wireOf();
  const refused = irelandOn(wire).createVolume(options as CreateVolumeOptions);
  await expect(refused).rejects.toMatchObject({ name: 'Ec2RuleError', rule });
  expect(wire.forms).toEqual([]);
});

test.each<object | undefined>([undefined, { availabilityZone: 'eu-west-1a', Size: 8 }])(
  '%j are no options of a volume',
  async (options) => {
    const refused = irelandOn(wireOf()).createVolume(options as CreateVolumeOptions);
    await expect(refused).rejects.toMatchObject({ name: 'OptionError' });
  },
);
