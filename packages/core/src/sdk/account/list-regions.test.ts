import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { explain } from '../choice/explain.js';
import { account, live, names } from '../testing/account.js';
import { type Answer, ec2Error, jsonAnswer, type Sent, type Wire } from '../testing/wire.js';

beforeEach(() => vi.stubEnv('AWS_REGION', undefined));
afterEach(() => vi.unstubAllEnvs());

const isListRegions = ({ path }: Sent) => path.endsWith('/listRegions');

/** An account whose DescribeRegions is denied, and whose ListRegions answers these pages. */
function denying(pages: (sent: Sent) => Answer, others: (sent: Sent) => Answer | undefined = () => undefined): Wire {
  return account([], (sent) => {
    if (isListRegions(sent)) return pages(sent);
    return sent.action === 'DescribeRegions' ? ec2Error('UnauthorizedOperation', 403) : others(sent);
  });
}

const listed = (regions: Readonly<Record<string, string>>, NextToken?: string) =>
  jsonAnswer({
    Regions: Object.entries(regions).map(([RegionName, RegionOptStatus]) => ({ RegionName, RegionOptStatus })),
    ...(NextToken === undefined ? {} : { NextToken }),
  });

test('where DescribeRegions is denied in three places, account:ListRegions is asked at its one endpoint', async () => {
  const wire = denying(() =>
    listed({ 'us-east-1': 'ENABLED_BY_DEFAULT', 'me-south-1': 'ENABLED', 'af-south-1': 'DISABLED' }),
  );
  const set = live(wire);
  const { regions } = await set.describeVolumes({}).settled();
  expect(regions).toMatchObject({ source: 'live', at: expect.any(Date) });
  expect(names(set.targets)).toEqual(['us-east-1', 'me-south-1']);
  expect(wire.sent.slice(0, 4).map(({ host }) => host)).toEqual([
    'ec2.us-east-1.amazonaws.com',
    'ec2.us-west-2.amazonaws.com',
    'ec2.eu-west-1.amazonaws.com',
    'account.us-east-1.amazonaws.com',
  ]);
  const [question] = wire.sent.filter(isListRegions);
  expect(question).toMatchObject({ method: 'POST', path: '/listRegions' });
  expect(question?.headers['content-type']).toBe('application/json');
  expect(question?.headers['authorization']).toMatch(/\/us-east-1\/account\/aws4_request/);
  expect(JSON.parse(question?.body ?? '')).toEqual({ MaxResults: 50 });
  expect(String(await explain(set, 'af-south-1'))).toBe(
    'af-south-1 is out: the account has not opted in to it, says account:ListRegions asked in us-east-1, just now (cache)',
  );
});

test('it is not asked where DescribeRegions answers', async () => {
  const wire = account(['us-east-1']);
  await live(wire).ready();
  expect(wire.sent.filter(isListRegions)).toEqual([]);
});

test('in another partition it is asked where that has it', async () => {
  vi.stubEnv('AWS_REGION', 'cn-north-1');
  const wire = denying(() => listed({ 'cn-north-1': 'ENABLED_BY_DEFAULT', 'us-east-1': 'ENABLED_BY_DEFAULT' }));
  expect(names(await live(wire).ready())).toEqual(['cn-north-1']);
  const [question] = wire.sent.filter(isListRegions);
  expect(question).toMatchObject({ host: 'account.cn-northwest-1.amazonaws.com.cn', region: 'cn-northwest-1' });
});

test('all of its pages are read', async () => {
  const wire = denying(({ body }) => {
    const { NextToken } = JSON.parse(body) as { readonly NextToken?: string };
    return NextToken === 'two' ? listed({ 'eu-west-1': 'ENABLED' }) : listed({ 'us-east-1': 'ENABLED' }, 'two');
  });
  expect(names(await live(wire).ready())).toEqual(['us-east-1', 'eu-west-1']);
});

test('regions that are being enabled or disabled are asked, and that they refuse hides nothing', async () => {
  const wire = denying(
    () => listed({ 'us-east-1': 'ENABLED_BY_DEFAULT', 'me-south-1': 'ENABLING', 'af-south-1': 'DISABLING' }),
    ({ region }) => (region === 'me-south-1' ? ec2Error('AuthFailure', 401) : undefined),
  );
  const set = live(wire);
  const { outcomes, missing } = await set.describeVolumes({}).settled();
  expect(outcomes.map(({ target, status }) => [target.region, status])).toEqual([
    ['us-east-1', 'ok'],
    ['me-south-1', 'notEnabled'],
    ['af-south-1', 'ok'],
  ]);
  expect(missing).toEqual([]);
  expect(await explain(set, 'me-south-1')).toMatchObject({
    in: true,
    reason: 'changing',
    sentence: expect.stringContaining('it is ENABLING for the account, and is asked whether it answers'),
  });
});

test.each<[string, () => Answer, RegExp]>([
  [
    'denies',
    () => ({ status: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' }, body: '{"message":"no"}' }),
    /AccessDenied/,
  ],
  ['gives a page', () => ({ body: '<html></html>' }), /ListRegions asked in us-east-1: /],
  ['gives nothing', () => jsonAnswer({}), /names no region/],
  ['never ends', () => listed({ 'us-east-1': 'ENABLED' }, 'again'), /token after 20 pages/],
])('where it %s, every region is assumed, and the reason has all that was tried', async (_, answer, reason) => {
  const wire = denying(answer);
  const { regions, outcomes } = await live(wire).describeVolumes({}).settled();
  expect(regions.source).toBe('assumed');
  expect(regions.reason).toMatch(reason);
  expect(regions.reason).toMatch(/us-east-1: Unauth.*us-west-2: Unauth.*eu-west-1: Unauth.*account:ListRegions/);
  expect(outcomes.length).toBeGreaterThan(30);
});
