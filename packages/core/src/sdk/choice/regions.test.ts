import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, expect, test, vi } from 'vitest';
import type { FanOutError } from '../../fanout/fan-out-error.js';
import { serviceSet } from '../set/service-set.js';
import { account, live, names, thrownBy } from '../testing/account.js';
import { Depot } from '../testing/own-classes.js';
import { ec2Answer, ec2Error, newKeys, Wire } from '../testing/wire.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const lookUps = (wire: Wire) => wire.sent.filter(({ action }) => action === 'DescribeRegions');

test('the enabled regions are asked for once, in the configured region, and are the targets', async () => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  const wire = account(['us-east-1', 'eu-west-1']);
  const set = live(wire);
  const report = await set.describeVolumes({}).settled();
  expect(names(report.outcomes.map(({ target }) => target))).toEqual(['us-east-1', 'eu-west-1']);
  expect(report.regions).toMatchObject({ source: 'live', at: expect.any(Date) });
  expect(lookUps(wire).map(({ host, region }) => [host, region])).toEqual([
    ['ec2.eu-central-1.amazonaws.com', 'eu-central-1'],
  ]);
  expect((await set.describeVolumes({}).settled()).regions.source).toBe('cache');
  expect(lookUps(wire)).toHaveLength(1);
});

test('many sets of one identity ask once between them, those of another ask again', async () => {
  const wire = account(['us-east-1']);
  const keys = newKeys();
  await Promise.all(Array.from({ length: 10 }, () => live(wire, keys).ready()));
  expect(lookUps(wire)).toHaveLength(1);
  await live(wire).ready();
  expect(lookUps(wire)).toHaveLength(2);
});

test('what was answered holds for an hour', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const wire = account(['us-east-1']);
  const set = live(wire);
  await set.ready();
  vi.setSystemTime(Date.now() + 3_599_000);
  await set.ready();
  expect(lookUps(wire)).toHaveLength(1);
  vi.setSystemTime(Date.now() + 2_000);
  await set.ready();
  expect(lookUps(wire)).toHaveLength(2);
});

test.each([
  ['a deadline', 'timedOut'],
  ['a signal', 'cancelled'],
])('where %s ends the look-up, every region that there may be has its outcome', async (how, status) => {
  const wire = new Wire(() => new Promise<never>(() => {}));
  const controller = new AbortController();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const limited = live(wire).with(how === 'a signal' ? { signal: controller.signal } : { deadline: 500 });
  const [asked, read] = [
    limited.in('*', '!me-*').describeVolumes({}).settled(),
    limited.paginateDescribeVolumes({}).report(),
  ];
  await vi.waitFor(() => expect(lookUps(wire).length).toBeGreaterThan(0));
  if (how === 'a signal') controller.abort();
  else await vi.advanceTimersByTimeAsync(500);
  const [{ outcomes, regions }, page] = await Promise.all([asked, read]);
  vi.useRealTimers();
  expect(new Set(outcomes.map((outcome) => outcome.status))).toEqual(new Set([status]));
  expect([outcomes.length, page.outcomes.length]).toEqual([33, 36]);
  expect(regions).toMatchObject({
    source: 'assumed',
    reason: expect.stringMatching(/still being looked up.*before|within/),
  });
  expect(wire.sent.filter(({ action }) => action === 'DescribeVolumes')).toEqual([]);
});

test('a place that is silent is joined by the next, and nobody waits for it', async () => {
  vi.stubEnv('AWS_REGION', 'ap-south-1');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const silent = new Promise<never>(() => {});
  const wire = account(['eu-west-1'], ({ region, action }) =>
    action === 'DescribeRegions' && region === 'ap-south-1' ? silent : undefined,
  );
  const asked = live(wire).describeVolumes({}).settled();
  await vi.waitFor(() => expect(lookUps(wire)).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(1_500);
  expect((await asked).regions.source).toBe('live');
  expect(lookUps(wire).map(({ region }) => region)).toEqual(['ap-south-1', 'us-east-1']);
});

test('a place that gives no answer is followed by two others', async () => {
  vi.stubEnv('AWS_REGION', 'ap-south-1');
  const wire = account(['us-east-1'], ({ region }) =>
    region === 'eu-west-1' ? undefined : ec2Error('InternalError', 500),
  );
  const report = await live(wire).describeVolumes({}).settled();
  expect(lookUps(wire).map(({ region }) => region)).toEqual(['ap-south-1', 'us-east-1', 'us-west-2']);
  expect(report.regions.source).toBe('assumed');
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  expect(names(await live(wire).ready())).toEqual(['us-east-1']);
});

test('where nobody says which are enabled, every region is asked, and the report says why', async () => {
  const wire = account([], ({ action }) =>
    action === 'DescribeRegions' ? ec2Error('UnauthorizedOperation', 403, 'You are not allowed') : undefined,
  );
  const set = live(wire);
  const { regions, outcomes } = await set.describeVolumes({}).settled();
  expect(outcomes.length).toBeGreaterThanOrEqual(34);
  expect(regions.source).toBe('assumed');
  expect(regions.reason).toMatch(/us-east-1: UnauthorizedOperation: You are not allowed.*us-west-2.*eu-west-1/);
  expect((await set.describeVolumes({}).settled()).regions.source).toBe('assumed');
  expect(lookUps(wire)).toHaveLength(3);
});

test('after a minute a failed question is asked again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let denied = true;
  const wire = account(['us-east-1'], ({ action }) =>
    denied && action === 'DescribeRegions' ? ec2Error('UnauthorizedOperation', 403) : undefined,
  );
  const set = live(wire);
  expect((await set.ready()).length).toBeGreaterThan(30);
  denied = false;
  vi.setSystemTime(Date.now() + 61_000);
  expect(names(await set.ready())).toEqual(['us-east-1']);
});

test.each([
  ['a page', '<html></html>'],
  ['nothing', ''],
  ['no region', '<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>'],
])('%s is no list of regions', async (_, body) => {
  const wire = account([], ({ action }) => (action === 'DescribeRegions' ? { body } : undefined));
  const { regions } = await live(wire).describeVolumes({}).settled();
  expect(regions.source).toBe('assumed');
});

test('a region that the table does not have yet is a target, and can be named; nonsense is left out', async () => {
  const nonsense = ['x@evil.test:443/#', 'us-east-1.evil.test', 'aws-global', 'cn-north-1', '../x', 'us-east-1&#10;'];
  const wire = account(['eu-west-1', 'eu-central-9', ...nonsense]);
  const set = live(wire);
  expect(names(await set.ready())).toEqual(['eu-west-1', 'eu-central-9']);
  await set.in('eu-central-9').describeVolumes({});
  await set.at('eu-central-9').describeVolumes({});
  expect(wire.regions.slice(-2)).toEqual(['eu-central-9', 'eu-central-9']);
});

test('regions that the account has not opted in to are left out', async () => {
  const item = (name: string, status: string) =>
    `<item><regionName>${name}</regionName><optInStatus>${status}</optInStatus></item>`;
  const inner = `<regionInfo>${item('us-east-1', 'opt-in-not-required')}${item('me-south-1', 'not-opted-in')}</regionInfo>`;
  const wire = new Wire((sent) => ec2Answer(sent, inner));
  expect(names(await live(wire).ready())).toEqual(['us-east-1']);
});

test('who names a region wants its answer, whatever the list says and whenever it came', async () => {
  const wire = account(['us-east-1'], ({ region }) =>
    region === 'me-south-1' ? ec2Error('AuthFailure', 401) : undefined,
  );
  const set = live(wire);
  const ask = async () => (await set.in('me-south-1').describeVolumes({}).settled()).outcomes[0]?.status;
  expect(await ask()).toBe('notEnabled');
  await set.ready();
  expect(await ask()).toBe('notEnabled');
});

test('bad keys in an opt-in region that the live list has are bad keys', async () => {
  const wire = account(['us-east-1', 'me-south-1'], ({ action }) =>
    action === 'DescribeRegions' ? undefined : ec2Error('AuthFailure', 401),
  );
  const { outcomes } = await live(wire).describeVolumes({}).settled();
  expect(outcomes.map(({ status }) => status)).toEqual(['denied', 'denied']);
});

test('before the regions are known, targets and iteration say what to do, and a region can be had', async () => {
  const wire = account(['us-east-1', 'eu-west-1', 'eu-west-2']);
  const set = live(wire);
  expect(thrownBy(() => set.targets)).toMatchObject({
    name: 'NotReadyError',
    message: expect.stringContaining('ready()'),
  });
  expect(thrownBy(() => [...set]).name).toBe('NotReadyError');
  expect(thrownBy(() => set.in('eu-*').targets).name).toBe('NotReadyError');
  expect(set.at('me-south-1')).toBeInstanceOf(EC2);
  expect(names(set.in('eu-west-1').targets)).toEqual(['eu-west-1']);
  expect(wire.sent).toEqual([]);
  expect(names(await set.in('eu-*').ready())).toEqual(['eu-west-1', 'eu-west-2']);
  expect(names(set.targets)).toEqual(['us-east-1', 'eu-west-1', 'eu-west-2']);
});

test("before the regions are known, at and in take any partition's region", () => {
  vi.stubEnv('AWS_REGION', undefined);
  const set = live(account([]));
  expect(set.at('cn-north-1')).toBeInstanceOf(EC2);
  expect(set.in('cn-north-1').targets).toEqual([{ service: 'ec2', region: 'cn-north-1', partition: 'aws-cn' }]);
});

test('a list that only leaves out starts from the enabled ones', async () => {
  const wire = account(['us-east-1', 'eu-west-1', 'eu-west-2']);
  const set = serviceSet(EC2, { regions: ['!eu-*'], credentials: newKeys(), config: wire.config });
  expect(thrownBy(() => set.targets).name).toBe('NotReadyError');
  expect(names(await set.ready())).toEqual(['us-east-1']);
});

test('a region without the service is not asked, and nothing is missing there', async () => {
  const asked: string[] = [];
  class SimpleDb {
    readonly #region: string;
    constructor(region: string) {
      this.#region = region;
    }
    async listDomains(): Promise<string> {
      asked.push(this.#region);
      return this.#region;
    }
    async *domains(): AsyncGenerator<string, void, undefined> {
      yield this.#region;
    }
  }
  const regions = ['eu-west-1', 'eu-west-3'];
  const set = serviceSet(({ region }) => new SimpleDb(region), { service: 'sdb', regions });
  const report = await set.listDomains().settled();
  expect(report.outcomes).toMatchObject([
    { status: 'ok' },
    { status: 'notSupported', error: { name: 'NotSupportedError', message: expect.stringContaining("'!eu-west-3'") } },
  ]);
  expect(report.missing).toEqual([]);
  expect(asked).toEqual(['eu-west-1']);
  expect(await set.listDomains()).toEqual(['eu-west-1']);
  expect(await set.domains().toArray()).toEqual(['eu-west-1']);
  const everywhere = serviceSet(({ region }) => new SimpleDb(region), { service: 'sdb', regions: 'all' });
  expect(everywhere.targets).toHaveLength(8);
});

test('a service that no region of the partition has is no empty success', async () => {
  const set = serviceSet(({ region }) => new Depot({ region }), {
    service: 'sdb',
    regions: 'all',
    partition: 'aws-cn',
  });
  const asked: Promise<unknown> = set.where().settled();
  await expect(asked).rejects.toMatchObject({ name: 'NoRegionError', message: expect.stringContaining('sdb') });
});

test('the error of a fan-out over assumed regions says that they were assumed', async () => {
  const wire = account([], () => ec2Error('UnauthorizedOperation', 403));
  const error: FanOutError = await live(wire)
    .describeVolumes({})
    .then(
      () => expect.unreachable(),
      (reason) => reason,
    );
  expect(error.report.regions.source).toBe('assumed');
});
