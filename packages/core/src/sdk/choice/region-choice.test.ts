import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, expect, test, vi } from 'vitest';
import { serviceSet } from '../set/service-set.js';
import { account, live, names, thrownBy } from '../testing/account.js';
import { Depot } from '../testing/own-classes.js';
import { newKeys } from '../testing/wire.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

test("'all' is every region of the partition, without asking", () => {
  const wire = account([]);
  const set = serviceSet(EC2, { regions: 'all', config: wire.config, credentials: newKeys() });
  expect(set.targets.length).toBeGreaterThanOrEqual(34);
  expect(names(set.targets)).toContain('me-south-1');
  expect(names(set.targets)).not.toContain('aws-global');
  const china = serviceSet(EC2, { regions: 'all', partition: 'aws-cn' });
  expect(names(china.targets)).toEqual(['cn-north-1', 'cn-northwest-1']);
  expect(wire.sent).toEqual([]);
});

test('globs take in, ! leaves out, in the order of the table', () => {
  const set = serviceSet(EC2, { regions: ['eu-west-*', 'us-east-1', '!eu-west-2'] });
  expect(names(set.targets).sort()).toEqual(['eu-west-1', 'eu-west-3', 'us-east-1']);
  expect(names(set.in('eu-*').targets).sort()).toEqual(['eu-west-1', 'eu-west-3']);
  expect(names(set.in('eu-*', '!*-3').in('eu-west-1').targets)).toEqual(['eu-west-1']);
});

test("a glob of another partition's regions takes that partition", () => {
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  expect(serviceSet(EC2, { regions: ['cn-*'] }).targets[0]).toMatchObject({
    region: 'cn-north-1',
    partition: 'aws-cn',
  });
  expect(names(serviceSet(EC2, { regions: ['us-gov-*'] }).targets)).toEqual(['us-gov-east-1', 'us-gov-west-1']);
  vi.stubEnv('AWS_REGION', 'us-gov-west-1');
  expect(names(serviceSet(EC2, { regions: ['us-*'] }).targets)).toEqual(['us-gov-east-1', 'us-gov-west-1']);
});

test.each([
  'aws-global',
  'us-east-99',
  'UPPER-1',
  'a.b',
  'evil.example/',
  'x@attacker.example:443/#',
  'us-east-1\n',
  '../x',
  '%2e',
  'x'.repeat(70),
  '',
])('%j is refused by name wherever a region is given, before any request', (name) => {
  const wire = account([]);
  const set = live(wire);
  const errors = [
    thrownBy(() => set.at(name)),
    thrownBy(() => set.in(name)),
    thrownBy(() => serviceSet(EC2, { regions: [name] })),
  ];
  for (const error of errors) expect(['UnknownRegionError', 'RegionNameError']).toContain(error.name);
  expect(wire.sent).toEqual([]);
});

test("a factory's set takes names of any cloud, but nothing that could not be a name", () => {
  const swift = serviceSet(({ region }) => new Depot({ region }), { regions: ['DFW', 'ORD'] });
  expect(swift.targets).toEqual([
    { service: 'Depot', region: 'DFW' },
    { service: 'Depot', region: 'ORD' },
  ]);
  expect(swift.at('HKG').place).toBe('HKG');
  for (const name of ['x@evil.test:443/#', 'DFW\n', '../x', 'D*', '!DFW', '']) {
    expect(thrownBy(() => swift.at(name)).name).toBe('RegionNameError');
  }
});

test('two partitions in one set are refused', () => {
  const mixed = [
    () => serviceSet(EC2, { regions: ['us-east-1', 'cn-north-1'] }),
    () => serviceSet(EC2, { regions: ['cn-north-1'], partition: 'aws' }),
    () => serviceSet(EC2, { regions: ['us-east-1'] }).at('cn-north-1'),
    () => serviceSet(({ region }) => new Depot({ region }), { regions: ['us-east-1', 'cn-north-1'] }),
  ];
  for (const make of mixed) expect(thrownBy(make).name).toBe('MixedPartitionsError');
  expect(thrownBy(() => serviceSet(EC2, { partition: 'aws-moon' })).name).toBe('UnknownPartitionError');
});

test('a pattern that takes in nothing names the nearest region, as soon as the regions are known', async () => {
  expect(thrownBy(() => serviceSet(EC2, { regions: ['eu-wset-*'] }))).toMatchObject({ nearest: 'eu-west-1' });
  expect(thrownBy(() => serviceSet(EC2, { regions: ['eu-*'] }).in('us-*')).name).toBe('NoRegionError');
  const set = live(account(['us-east-1', 'eu-west-1']));
  const none = set.in('me-*');
  await expect(none.describeVolumes({}).settled()).rejects.toMatchObject({ name: 'NoRegionError' });
  expect(thrownBy(() => set.in('eu-wset-*'))).toMatchObject({ name: 'NoRegionError', nearest: 'eu-west-1' });
  expect(String(none)).toBe('ServiceSet(ec2, 0 targets)');
});
