import { isFanOutError } from '@proj/core';
import type { Fault } from '@proj/local';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Ec2Region } from './ec2-region.js';
import type { SnapshotProgress } from './snapshots/snapshot-wait-options.js';
import { accountOf, cloudOf } from './testing/cloud.js';
import { FakeWire, setOn, success } from './testing/fake-wire.js';
import { listXml, volumeXml } from './testing/xml.js';
import { isVolume } from './volumes/volume.js';

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const seed = { volumes: 23, instances: 0, snapshots: 12, publicSnapshots: 5 };

test('the regions are those of the account, and each is an object of its own', async () => {
  const cloud = await cloudOf({ regions: [...regions, { name: 'me-south-1', optIn: 'not-opted-in' }], seed });
  const everywhere = accountOf(cloud);
  expect((await everywhere.ready()).map(({ region }) => region)).toEqual(regions);
  const ireland = everywhere.at('eu-west-1');
  expect(ireland).toBeInstanceOf(Ec2Region);
  expect([ireland.region, ireland.target.service, ireland.target.partition]).toEqual(['eu-west-1', 'ec2', 'aws']);
  expect(await ireland.native.config.region()).toBe('eu-west-1');
});

test('listings say where each thing is, and take narrowing and filters', async () => {
  const cloud = await cloudOf({ regions, seed });
  const everywhere = accountOf(cloud);
  const byRegion = await everywhere.volumes().byRegion();
  expect([...byRegion].map(([region, list]) => [region, list.length])).toEqual(regions.map((region) => [region, 23]));
  const volumes = [...byRegion.values()].flat();
  expect(volumes.every(isVolume)).toBe(true);
  const [some] = volumes;
  const filters = { 'volume-id': [some?.id ?? ''] };
  expect((await everywhere.volumes({ filters })).flat().map(({ id }) => id)).toEqual([some?.id]);
  const named = { 'tag:Name': some?.tags['Name'] ?? '' };
  expect((await everywhere.volumes({ filters: named })).flat().map(({ id }) => id)).toContain(some?.id);
  expect(
    await everywhere
      .in('eu-*')
      .snapshots()
      .flat((list) => list),
  ).toHaveLength(12);
});

test('pages stream from all regions, and can be gone on from', async () => {
  const cloud = await cloudOf({ regions, seed });
  const everywhere = accountOf(cloud);
  const pages = await everywhere.paginateVolumes({}, { pageSize: 10 }).toArray();
  expect(pages.map(({ volumes }) => volumes.length).sort()).toEqual([10, 10, 10, 10, 10, 10, 3, 3, 3]);
  const counted = await everywhere
    .paginateSnapshots({}, { pageSize: 5 })
    .items((page) => page.snapshots)
    .count();
  expect(counted).toEqual({ count: 36, exact: true, missing: [] });
  expect(cloud.requests.count({ action: 'DescribeSnapshots', region: 'eu-west-1' })).toBe(3);

  const ireland = everywhere.in('eu-west-1');
  const [first] = await ireland.paginateVolumes({}, { pageSize: 20 }).take(1).toArray();
  const startingToken = first?.nextToken;
  const rest = await ireland.paginateVolumes({}, { pageSize: 20, startingToken }).toArray();
  expect(rest.map(({ volumes, nextToken }) => [volumes.length, nextToken])).toEqual([[3, undefined]]);
});

test('a stream ends where its tokens go round, and says that there may be more', async () => {
  const wire = new FakeWire((form, { hostname }) => {
    const token = hostname.includes('eu-west-1') ? 'a' : undefined;
    return success(form, listXml('volumeSet', [volumeXml(`vol-${wire.forms.length}`)], token));
  });
  const stream = setOn(wire, ['eu-west-1', 'us-east-1'])
    .paginateVolumes()
    .items((page) => page.volumes);
  expect(await stream.count()).toMatchObject({ count: 3, exact: false });
  expect((await stream.report()).truncated.map(({ region }) => region)).toEqual(['eu-west-1']);
});

test("everything else of EC2 is behind each region's own client", async () => {
  const cloud = await cloudOf({ regions, seed });
  const vpcs = await accountOf(cloud).map(({ native }) => native.describeVpcs({}));
  expect(vpcs.map(({ Vpcs }) => Vpcs?.length)).toEqual([1, 1, 1]);
});

test.each<[string, Fault, string]>([
  ['a web page with status 200', { kind: 'html' }, 'UnexpectedBodyError'],
  ['an empty body with status 200', { kind: 'empty' }, 'UnexpectedBodyError'],
  ['half a body that says it is whole', { kind: 'truncated', length: 'half' }, 'UnexpectedBodyError'],
  ["the service's error with status 200", { kind: 'errorEnvelope' }, 'UnexpectedBodyError'],
  ['an error of the service', { kind: 'error' }, 'InternalError'],
])('%s is a failure of its region, and the others answer', async (_, fault, name) => {
  const cloud = await cloudOf({ regions, seed });
  await cloud.setFaults({ 'eu-west-1': { ...fault, action: 'DescribeVolumes' } as Fault });
  const everywhere = accountOf(cloud);
  const report = await everywhere.volumes().settled();
  expect(report.failures.map(({ target, status, error }) => [target.region, status, error.name])).toEqual([
    ['eu-west-1', 'failed', name],
  ]);
  expect(report.values.map((volumes) => volumes.length)).toEqual([23, 23]);

  const stream = everywhere.paginateVolumes().items((page) => page.volumes);
  const events: [string, string][] = [];
  for await (const { target, status } of stream.settled()) events.push([target.region, status]);
  expect(events.filter(([, status]) => status !== 'ok')).toEqual([['eu-west-1', 'failed']]);
  expect(events).toHaveLength(2 * 23 + 1);
});

test('half a body of a connection that then ends is an error that names the loss', async () => {
  const cloud = await cloudOf({ regions, seed });
  await cloud.setFaults({ 'eu-west-1': { kind: 'truncated', action: 'DescribeVolumes' } });
  const report = await accountOf(cloud).volumes().settled();
  const [failure, ...more] = report.failures;
  expect(more).toEqual([]);
  expect([failure?.target.region, failure?.status]).toEqual(['eu-west-1', 'unreachable']);
  expect(report.values.map((volumes) => volumes.length)).toEqual([23, 23]);
});

test('awaiting it when a region is missing is an error with what the others said', async () => {
  const cloud = await cloudOf({
    regions,
    seed,
    faults: { 'us-east-1': { kind: 'reset', action: 'DescribeSnapshots' } },
  });
  const error: unknown = await accountOf(cloud)
    .snapshots()
    .then(undefined, (thrown: unknown) => thrown);
  if (!isFanOutError(error)) throw error;
  expect(error.operation).toBe('snapshots');
  expect(error.report.missing.map(({ region }) => region)).toEqual(['us-east-1']);
  expect(error.report.values).toHaveLength(2);
});

test("a set's own limits hold for what its objects ask", async () => {
  const cloud = await cloudOf({
    regions,
    seed,
    faults: { 'eu-west-1': { kind: 'silent', action: 'DescribeVolumes' } },
  });
  const everywhere = accountOf(cloud);
  const report = await everywhere.with({ timeout: 500 }).volumes().settled();
  expect(report.failures.map(({ target, status }) => [target.region, status])).toEqual([['eu-west-1', 'timedOut']]);
  const alone = everywhere.at('eu-west-1').volumes({ timeout: 50 });
  await expect(alone).rejects.toMatchObject({ name: 'TimeOverError', milliseconds: 50 });
});

test('options that cannot work fail without asking any region for volumes', async () => {
  const cloud = await cloudOf({ regions, seed });
  const report = await accountOf(cloud).volumes({ ids: [] }).settled();
  expect(report.failures.map(({ error }) => error.name)).toEqual(['OptionError', 'OptionError', 'OptionError']);
  expect(cloud.requests.count({ action: 'DescribeVolumes' })).toBe(0);
});

test('waiting follows a snapshot that takes its time', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const cloud = await cloudOf({ regions: ['eu-west-1'], seed, snapshotTime: 40_000 });
  const [volume] = await accountOf(cloud).at('eu-west-1').volumes();
  const pending = await volume?.createSnapshot('slow');
  const percents: number[] = [];
  const onProgress = ({ percent }: SnapshotProgress) => {
    percents.push(percent);
    // When the wait has begun its pause.
    if (percent < 100) setImmediate(() => vi.advanceTimersByTime(10_000));
  };
  const snapshot = await pending?.waitUntilCompleted({ pollInterval: 10_000, onProgress });
  expect([pending?.state, snapshot?.state]).toEqual(['pending', 'completed']);
  expect(percents).toEqual([0, 25, 50, 75, 100]);
});
