import { EC2 } from '@aws-sdk/client-ec2';
import { type LocalCloud, startLocalCloud } from '@proj/local';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { resourceSet } from './set/resource-set.js';
import { serviceSet } from './set/service-set.js';

const regions = ['us-east-1', 'us-west-2', 'eu-west-1', { name: 'me-south-1', optIn: 'not-opted-in' as const }];
const named = ['us-east-1', 'us-west-2', 'eu-west-1'];

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud({ regions });
});
afterAll(() => cloud.close());
afterEach(async () => {
  vi.unstubAllEnvs();
  await cloud.setFaults({});
});

/** Another account's keys for each test, so that none of them finds what another has learned. */
async function freshCloud() {
  return startLocalCloud({ regions });
}

test('the enabled regions are asked for with a signature that the service accepts', async () => {
  await using own = await freshCloud();
  await using set = serviceSet(EC2, { credentials: own.credentials, endpoint: own.url });
  const report = await set.describeVolumes({}).settled();
  expect(report.outcomes.map(({ target, status }) => [target.region, status]).sort()).toEqual(
    named.map((region) => [region, 'ok']).sort(),
  );
  expect(report.regions.source).toBe('live');
  expect(own.requests.count({ action: 'DescribeRegions' })).toBe(1);
  expect(own.requests.count({ action: 'DescribeVolumes' })).toBe(3);
});

test('keys that the service does not know make every region be asked, and each denies', async () => {
  const credentials = { accessKeyId: 'AKIDNOBODY', secretAccessKey: 'wrong' };
  await using set = serviceSet(EC2, { credentials, endpoint: cloud.url });
  const report = await set.in('us-*', 'me-south-1').describeVolumes({}).settled();
  expect(report.regions).toMatchObject({
    source: 'assumed',
    reason: expect.stringMatching(/AuthFailure.*AuthFailure/),
  });
  const statuses = new Map(report.outcomes.map(({ target, status }) => [target.region, status]));
  expect(statuses.get('us-east-1')).toBe('denied');
  expect(statuses.get('me-south-1')).toBe('denied');
});

test('a configured region that is down is followed by others', async () => {
  await using own = await freshCloud();
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  await own.setFaults({ 'eu-west-1': { kind: 'reset' } });
  await using set = serviceSet(EC2, { credentials: own.credentials, endpoint: own.url });
  const found = await set.ready();
  expect(found).toHaveLength(3);
  const asked = own.requests.recent.map(({ action, region }) => [action, region]);
  expect(asked).toEqual([
    ['DescribeRegions', 'eu-west-1'],
    ['DescribeRegions', 'us-east-1'],
  ]);
});

test('where DescribeRegions gives no answer, account:ListRegions does, with a signature that the service accepts', async () => {
  await using own = await freshCloud();
  await own.setFaults({
    '*': { kind: 'error', action: 'DescribeRegions', status: 403, code: 'UnauthorizedOperation' },
  });
  await using set = serviceSet(EC2, { credentials: own.credentials, endpoint: own.url });
  const { regions: found, outcomes, complete } = await set.describeVolumes({}).settled();
  expect(found.source).toBe('live');
  expect(outcomes.map(({ target }) => target.region).sort()).toEqual([...named].sort());
  expect(complete).toBe(true);
  const services = own.requests.recent.map(({ service, action }) => `${service}:${action}`);
  expect(services.slice(0, 4)).toEqual([...Array(3).fill('ec2:DescribeRegions'), 'account:ListRegions']);
});

test('a region that is not enabled says so, whichever way its refusal is worded', async () => {
  await using set = serviceSet(EC2, { credentials: cloud.credentials, endpoint: cloud.url });
  const { outcomes } = await set.in('me-south-1').describeVolumes({}).settled();
  expect(outcomes).toMatchObject([{ status: 'notEnabled', error: { name: 'AuthFailure' } }]);
});

test.each([
  ['html', 'failed', 'UnexpectedBodyError'],
  ['empty', 'failed', 'UnexpectedBodyError'],
  ['errorEnvelope', 'failed', 'UnexpectedBodyError'],
  ['reset', 'unreachable', undefined],
] as const)('the fault %s in one region is %s there, and touches no other', async (kind, status, name) => {
  await cloud.setFaults({ 'eu-west-1': { kind } });
  await using set = serviceSet(EC2, {
    regions: named,
    credentials: cloud.credentials,
    endpoint: cloud.url,
    config: { maxAttempts: 1 },
  });
  const { outcomes } = await set.describeVolumes({}).settled();
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['ok', 'ok', status]);
  if (name !== undefined) expect(outcomes[2]).toMatchObject({ error: { name } });
});

test.each(['full', 'half'] as const)('a body cut short, its length said %s, is no success', async (length) => {
  await cloud.setFaults({ '*': { kind: 'truncated', length } });
  await using set = serviceSet(EC2, {
    regions: named,
    credentials: cloud.credentials,
    endpoint: cloud.url,
    config: { maxAttempts: 1 },
  });
  const { values, outcomes } = await set.describeVolumes({}).settled();
  expect(values).toEqual([]);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(
    new Set([length === 'full' ? 'unreachable' : 'failed']),
  );
});

test('an endpoint that names its region leads there', async () => {
  await using set = serviceSet(EC2, {
    regions: named,
    credentials: cloud.credentials,
    endpoint: ({ service, region }) => cloud.endpoint(service, region),
  });
  const before = cloud.requests.count({ region: 'us-west-2', action: 'DescribeVolumes' });
  expect(await set.describeVolumes({})).toHaveLength(3);
  expect(cloud.requests.count({ region: 'us-west-2', action: 'DescribeVolumes' })).toBe(before + 1);
});

const placed = (credentials: object, options = {}) =>
  resourceSet(
    serviceSet(EC2, { regions: named, endpoint: cloud.url, credentials: credentials as never, ...options }),
    (place) => ({
      account: async () => place.account(),
    }),
  );

test("the account is the credentials' own word, without a request", async () => {
  const before = cloud.requests.total;
  expect(await placed({ ...cloud.credentials, accountId: '999988887777' }).account()).toEqual(
    Array(3).fill('999988887777'),
  );
  expect(cloud.requests.total).toBe(before);
});

test("else it is STS's, asked once for the identity, by however many sets", async () => {
  const [account] = cloud.accounts;
  const before = cloud.requests.count({ action: 'GetCallerIdentity' });
  const answers = await Promise.all([placed(cloud.credentials).account(), placed(cloud.credentials).account()]);
  expect(answers.flat()).toEqual(Array(6).fill(account?.id));
  expect(cloud.requests.count({ action: 'GetCallerIdentity' })).toBe(before + 1);
});

test('a place that does not answer for the account is followed by another; nobody at all is an error that names them', async () => {
  await using own = await freshCloud();
  const ask = () =>
    resourceSet(
      serviceSet(EC2, { regions: ['eu-west-1'], endpoint: own.url, credentials: own.credentials }),
      (place) => ({
        account: async () => place.account(),
      }),
    ).account();
  await own.setFaults({ '*': { kind: 'error', action: 'GetCallerIdentity' } });
  const { failures } = await ask().settled();
  expect(failures[0]?.error.message).toMatch(/STS in us-east-1, us-west-2, eu-west-1/);
  await own.setFaults({ 'us-east-1': { kind: 'error', action: 'GetCallerIdentity' } });
  expect(await ask()).toEqual([own.accounts[0]?.id]);
});

test('AWS_ENDPOINT_URL serves the calls and the look-ups when no endpoint is given', async () => {
  await using own = await freshCloud();
  vi.stubEnv('AWS_ENDPOINT_URL', own.url);
  await using set = serviceSet(EC2, { credentials: own.credentials });
  expect(await set.describeVolumes({})).toHaveLength(3);
  expect(own.requests.count({ action: 'DescribeRegions' })).toBe(1);
});

test('AWS_ENDPOINT_URL_EC2 goes before it', async () => {
  await using own = await freshCloud();
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
  vi.stubEnv('AWS_ENDPOINT_URL_EC2', own.url);
  await using set = serviceSet(EC2, { credentials: own.credentials });
  expect(await set.describeVolumes({})).toHaveLength(3);
});

test('an endpoint that is given goes before the environment, for calls and look-ups', async () => {
  await using own = await freshCloud();
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
  vi.stubEnv('AWS_ENDPOINT_URL_EC2', 'http://127.0.0.1:9');
  vi.stubEnv('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true');
  await using set = serviceSet(EC2, { credentials: own.credentials, endpoint: own.url });
  const { regions: source, complete } = await set.describeVolumes({}).settled();
  expect([source.source, complete]).toEqual(['live', true]);
});
