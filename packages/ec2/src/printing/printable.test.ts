import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { accountOf, cloudOf } from '../testing/cloud.js';

const lines = (value: unknown): number => inspect(value).split('\n').length;

test('a volume prints as what it is, by itself and among others', async () => {
  const cloud = await cloudOf({ regions: ['eu-west-1'], seed: 'none' });
  const ireland = accountOf(cloud).at('eu-west-1');
  const volume = await ireland.createVolume({ availabilityZone: 'eu-west-1a', size: 8, tags: { Name: 'web' } });
  expect(inspect(volume)).toBe(`Volume {
  region: 'eu-west-1',
  id: '${volume.id}',
  tags: { Name: 'web' },
  size: 8,
  state: 'creating',
  type: 'gp2',
  zone: 'eu-west-1a',
  encrypted: false
}`);
  expect(String(volume)).toBe(`Volume ${volume.id} in eu-west-1`);
  expect(`${volume}`).toBe(String(volume));
  expect(inspect([[[volume]]], { depth: 1 })).toContain('[Array]');
  expect(inspect({ a: { b: volume } }, { depth: 1 })).toContain(`b: [Volume ${volume.id} in eu-west-1]`);
});

test('a snapshot prints no more than its getters know', async () => {
  const cloud = await cloudOf({ regions: ['eu-west-1'], seed: { snapshots: 1 } });
  const [snapshot] = await accountOf(cloud).at('eu-west-1').snapshots();
  expect(inspect(snapshot)).toMatch(/^Snapshot {\n {2}region: 'eu-west-1',\n {2}id: 'snap-/);
  expect(inspect(snapshot)).toMatch(/state: 'completed',\n {2}progress: 100,\n {2}volumeId: 'vol-\w+',\n {2}size: \d+/);
  expect(inspect(snapshot)).not.toContain('raw');
  expect(lines(snapshot)).toBeLessThan(20);
});

test('an image prints in a screen', async () => {
  const cloud = await cloudOf({ regions: ['eu-west-1'], seed: { images: 1 } });
  const [image] = await accountOf(cloud).at('eu-west-1').images();
  expect(inspect(image)).toMatch(/^Image {\n {2}region: 'eu-west-1',\n {2}id: 'ami-/);
  expect(inspect(image)).not.toContain('raw');
  expect(lines(image)).toBeLessThan(25);
  expect(String(image)).toBe(`Image ${image?.id} in eu-west-1`);
});

test('a region prints as its name, without the insides of its client', async () => {
  const ireland = accountOf(await cloudOf({ regions: ['eu-west-1'] })).at('eu-west-1');
  expect(inspect(ireland)).toBe("Ec2Region { region: 'eu-west-1' }");
  expect(inspect([ireland])).toBe("[ Ec2Region { region: 'eu-west-1' } ]");
  expect(String(ireland)).toBe('Ec2Region eu-west-1');
});

test('as JSON a resource is its data, the SDK’s description with it', async () => {
  const cloud = await cloudOf({ regions: ['eu-west-1'], seed: { volumes: 1 } });
  const [volume] = await accountOf(cloud).at('eu-west-1').volumes();
  const { region, id, tags, raw } = JSON.parse(JSON.stringify(volume));
  expect({ region, id, tags }).toEqual({ region: 'eu-west-1', id: volume?.id, tags: { ...volume?.tags } });
  expect(raw.VolumeId).toBe(volume?.id);
});
