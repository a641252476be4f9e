import { EC2 } from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { knownRegions } from '../../regions/table.js';
import { isNoRegionError } from '../../targets/no-region-error.js';
import { extendSet } from '../set/extend-set.js';
import { serviceSet } from '../set/service-set.js';
import { account, live, names } from '../testing/account.js';
import { Depot } from '../testing/own-classes.js';
import { ec2Error, newKeys } from '../testing/wire.js';
import { explain } from './explain.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const asked = 'says DescribeRegions asked in us-east-1';

test('a region that is enabled, or is not, says so with its source and its age', async () => {
  vi.stubEnv('AWS_REGION', undefined);
  vi.useFakeTimers({ toFake: ['Date'] });
  const began = new Date();
  const wire = account(['us-east-1', 'eu-west-1']);
  const set = live(wire);
  expect(await explain(set, 'eu-west-1')).toMatchObject({
    region: 'eu-west-1',
    in: true,
    reason: 'enabled',
    source: 'live',
    at: began,
    age: 0,
    known: true,
    partition: 'aws',
    optIn: false,
    service: 'ec2',
    available: 'assumed',
    sentence: `eu-west-1 is in: it is enabled for the account, ${asked}, just now`,
  });
  vi.setSystemTime(began.getTime() + 12 * 60_000 + 5);
  const spain = await explain(set, 'eu-south-2');
  expect(String(spain)).toBe(`eu-south-2 is out: the account has not opted in to it, ${asked}, 12 minutes ago (cache)`);
  expect(spain).toMatchObject({
    in: false,
    reason: 'notEnabled',
    source: 'cache',
    at: began,
    age: 720_005,
    optIn: true,
  });
  expect((await explain(set, 'eu-west-2')).sentence).toContain('it is not enabled for the account');
  expect(wire.sent).toHaveLength(1);
});

test('where nobody said, every region is in, and the sentence says why', async () => {
  vi.stubEnv('AWS_REGION', undefined);
  const set = live(account([], () => ec2Error('UnauthorizedOperation', 403, 'You are not allowed')));
  const spain = await explain(set, 'eu-south-2');
  expect(spain).toMatchObject({ in: true, reason: 'assumed', source: 'assumed' });
  expect(spain.sentence).toContain('DescribeRegions asked in us-east-1: UnauthorizedOperation: You are not allowed');
});

test('what was given decides before anybody is asked', async () => {
  vi.stubEnv('AWS_REGION', undefined);
  const wire = account(['us-east-1']);
  const options = { credentials: newKeys(), config: wire.config };
  const some = serviceSet(EC2, { ...options, regions: ['eu-*', 'us-east-1', '!eu-south-*'] });
  expect(await explain(some, 'eu-south-2')).toMatchObject({
    in: false,
    reason: 'leftOut',
    source: 'given',
    pattern: '!eu-south-*',
    sentence: "eu-south-2 is out: '!eu-south-*' of { regions } leaves it out",
  });
  expect(String(await explain(some, 'eu-west-1'))).toBe("eu-west-1 is in: 'eu-*' takes it in");
  expect(await explain(some, 'us-east-1')).toMatchObject({ reason: 'named', pattern: 'us-east-1' });
  expect(String(await explain(some, 'us-west-2'))).toBe(
    "us-west-2 is out: { regions } takes in only 'us-east-1', 'eu-*'",
  );
  expect(String(await explain(some.in('us-*'), 'eu-west-1'))).toBe("eu-west-1 is out: .in() takes in only 'us-*'");
  const named = serviceSet(EC2, options).in('me-south-1');
  expect(String(await explain(named, 'me-south-1'))).toBe(
    'me-south-1 is in: it is named by .in(); whether the account has opted in to it was not asked',
  );
  const all = serviceSet(EC2, { ...options, regions: 'all' });
  expect(String(await explain(all, 'eu-west-1'))).toBe(
    'eu-west-1 is in: the set has every region of aws (table of 2026-11-22)',
  );
  expect(await explain(serviceSet(EC2, { ...options, regions: ['!me-*'] }), 'me-south-1')).toMatchObject({
    in: false,
    pattern: '!me-*',
  });
  expect(String(await explain(all, 'cn-north-1'))).toContain('a region of aws-cn, and this set has those of aws');
  expect(wire.sent).toEqual([]);
});

test('a service that is not there says so, with the date of its table', async () => {
  const make = ({ region }: { readonly region: string }) => new Depot({ region });
  const set = serviceSet(make, { service: 'sdb', regions: 'all' });
  expect(await explain(set, 'eu-west-3')).toMatchObject({
    in: false,
    reason: 'noService',
    source: 'table',
    available: 'no',
    availableAt: new Date('2026-11-22'),
    sentence: 'eu-west-3 is out: it does not have sdb (table of 2026-11-22)',
  });
  expect(await explain(set, 'eu-west-1')).toMatchObject({ in: true, available: 'yes' });
  const named = serviceSet(make, { service: 'sdb', regions: ['eu-west-1', 'eu-west-3'] });
  expect(String(await explain(named, 'eu-west-3'))).toMatch(/is in: it is named.*outcome will be notSupported$/);
});

test('a region that nobody knows is an error that names the nearest; one that the account knows is none', async () => {
  const wire = account(['us-east-1', 'eu-central-9']);
  const set = live(wire);
  await expect(explain(set, 'us-east-99')).rejects.toMatchObject({ name: 'UnknownRegionError', nearest: 'us-east-1' });
  expect(await explain(set, 'eu-central-9')).toMatchObject({ in: true, known: false, partition: undefined });
  const before = wire.sent.length;
  for (const name of ['', 'x@evil.test:443/#', 'us-east-1\n', 'aws-global']) {
    await expect(explain(set, name)).rejects.toMatchObject({ name: 'UnknownRegionError' });
  }
  await expect(explain(set, 'eu-*')).rejects.toMatchObject({ name: 'RegionNameError' });
  expect(wire.sent).toHaveLength(before);
});

test("a set of another cloud's regions explains those", async () => {
  const swift = serviceSet(({ region }) => new Depot({ region }), { regions: ['DFW', 'ORD'] });
  expect(await explain(swift, 'DFW')).toMatchObject({ in: true, reason: 'named', known: false });
  expect(String(await explain(swift, 'HKG'))).toBe("HKG is out: { regions } takes in only 'DFW', 'ORD'");
  await expect(explain(swift, 'D*')).rejects.toMatchObject({ name: 'RegionNameError' });
  const all = serviceSet(({ region }) => new Depot({ region }), { regions: 'all', partition: 'aws' });
  expect(await explain(all, 'DFW')).toMatchObject({ in: false, reason: 'notListed' });
});

test('sets that a package extended are explained, too; what is no set is refused', async () => {
  const set = extendSet(serviceSet(EC2, { regions: ['eu-west-1'] }), () => ({ more: () => 1 }));
  expect((await explain(set.in('eu-*'), 'eu-west-1')).in).toBe(true);
  await expect(explain({}, 'eu-west-1')).rejects.toMatchObject({ name: 'OptionError' });
  await expect(explain(set, 7 as never)).rejects.toMatchObject({ name: 'OptionError' });
});

const aName = fc.constantFrom(...knownRegions().filter((name) => !/^(cn|us-(gov|iso)|eu-isoe|eusc)/.test(name)));
const aPattern = fc.oneof(aName, fc.constantFrom('eu-*', 'us-*', '*', '*-1', '!eu-*', '!us-west-?', '!me-south-1'));
const patterns = fc.array(aPattern, { minLength: 1, maxLength: 4 });

test('what is explained is what the targets are, for every choice of regions and every region', async () => {
  const enabled = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'me-south-1', 'eu-central-9'];
  const keys = newKeys();
  const wire = account(enabled);
  const choices = fc.oneof(fc.constant('enabled' as const), fc.constant('all' as const), patterns);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(choices, fc.option(patterns, { nil: undefined }), async (regions, narrowed) => {
      const made = () => {
        const set = serviceSet(EC2, { regions, credentials: keys, config: wire.config, partition: 'aws' });
        return narrowed === undefined ? set : set.in(...narrowed);
      };
      const targets = await unlessNoneIsLeft(async () => names(await made().ready()));
      if (targets === undefined) return;
      compared += 1;
      for (const region of ['eu-west-1', 'eu-south-2', 'me-south-1', 'us-west-1', 'us-east-1', 'cn-north-1']) {
        expect([region, (await explain(made(), region)).in]).toEqual([region, targets.includes(region)]);
      }
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(50);
});

/** Patterns that leave no region over are an error of the set, and there is nothing to explain. */
async function unlessNoneIsLeft<T>(find: () => Promise<T>): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    if (isNoRegionError(error)) return undefined;
    throw error;
  }
}
