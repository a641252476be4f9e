import { Readable } from 'node:stream';
import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { afterEach, expect, test, vi } from 'vitest';
import { isFanOutError } from '../../fanout/fan-out-error.js';
import { regionsOf } from '../../regions/table.js';
import type { ServiceSet } from '../set/fanned-types.js';
import type { CredentialProvider, Credentials } from '../set/options.js';
import { serviceSet } from '../set/service-set.js';
import { atHome } from '../testing/home.js';
import { type Answer, ec2Answer, ec2Error, newKeys, type Sent, Wire } from '../testing/wire.js';
import { adviceFor } from './advice.js';
import { SharedCredentials } from './shared-credentials.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const regions = regionsOf('aws');
const hour = 3_600_000;

/** A provider whose every answer is another session. */
function sessions(more: () => Partial<Credentials> = () => ({})) {
  const given: Credentials[] = [];
  const provider: CredentialProvider = async () => {
    const next = { ...newKeys(), sessionToken: `token-${given.length}`, ...more() };
    given.push(next);
    return next;
  };
  return { provider, given };
}

/** Lets what needs no waiting be done. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const keyOf = ({ headers }: Sent) => /Credential=([^/]+)/.exec(headers['authorization'] ?? '')?.[1];
const tokenOf = ({ headers }: Sent) => headers['x-amz-security-token'];

/** Refuses the sessions whose tokens these are. */
const refusing = (
  code: string,
  tokens: readonly string[],
  answer: (sent: Sent) => Answer = (sent) => ec2Answer(sent),
) => new Wire((sent) => (tokens.includes(tokenOf(sent) ?? '') ? ec2Error(code, 400, 'it has expired') : answer(sent)));

function paged(sent: Sent): Answer {
  const page = Number(new URLSearchParams(sent.body).get('NextToken') ?? 0);
  const next = page < 3 ? `<nextToken>${page + 1}</nextToken>` : '';
  return ec2Answer(sent, `<volumeSet><item><volumeId>vol-${page}</volumeId></item></volumeSet>${next}`);
}

test('credentials that expire in the middle of a stream are renewed once, and no page is lost', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { provider, given } = sessions(() => ({ expiration: new Date(Date.now() + hour) }));
  const wire = new Wire(paged);
  const set = serviceSet(EC2, { regions, credentials: provider, config: wire.config, concurrency: 4 });
  const volumes: (string | undefined)[] = [];
  for await (const { value } of set.paginateDescribeVolumes({})) {
    volumes.push(value.Volumes?.[0]?.VolumeId);
    if (volumes.length === regions.length) vi.setSystemTime(Date.now() + hour + 1_000);
  }
  expect(volumes.sort()).toEqual(regions.flatMap(() => [0, 1, 2, 3].map((page) => `vol-${page}`)).sort());
  expect(given).toHaveLength(2);
  const keys = wire.sent.map(keyOf);
  expect(new Set(keys)).toEqual(new Set(given.map(({ accessKeyId }) => accessKeyId)));
  expect(keys.lastIndexOf(given[0]?.accessKeyId)).toBeLessThan(keys.indexOf(given[1]?.accessKeyId));
});

test('ahead of their end they are renewed while the stream goes on with the old ones', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let release = (): void => undefined;
  const { provider, given } = sessions(() => ({ expiration: new Date(Date.now() + hour) }));
  const slow: CredentialProvider = async () => {
    if (given.length > 0) await new Promise<void>((resolve) => (release = resolve));
    return provider();
  };
  const wire = new Wire(paged);
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: slow, config: wire.config });
  const pages = set.paginateDescribeVolumes({})[Symbol.asyncIterator]();
  await pages.next();
  vi.setSystemTime(Date.now() + hour - 200_000);
  await pages.next();
  await pages.next();
  expect(wire.sent.map(tokenOf)).not.toContain('token-1');
  release();
  await settled();
  await pages.next();
  expect((await pages.next()).done).toBe(true);
  expect(wire.sent.at(-1)?.headers['x-amz-security-token']).toBe('token-1');
});

test('the renewal is not at the same moment for all processes', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const all = Array.from({ length: 40 }, () => {
    const { provider, given } = sessions(() => ({ expiration: new Date(Date.now() + hour) }));
    return { shared: new SharedCredentials(provider, undefined), given };
  });
  const renewedAt = async (time: number): Promise<number> => {
    vi.setSystemTime(time);
    for (const { shared } of all) await shared.resolve();
    await settled();
    return all.filter(({ given }) => given.length === 2).length;
  };
  const began = Date.now();
  expect(await renewedAt(began)).toBe(0);
  expect(await renewedAt(began + hour - 361_000)).toBe(0);
  const some = await renewedAt(began + hour - 330_000);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(40);
  expect(await renewedAt(began + hour - 300_000)).toBe(40);
});

test.each(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'])(
  'when the services say %s, the credentials are renewed once, and every target asks again',
  async (code) => {
    const { provider, given } = sessions();
    const wire = refusing(code, ['token-0']);
    const set = serviceSet(EC2, { regions, credentials: provider, config: wire.config });
    const { outcomes, complete } = await set.describeVolumes({}).settled();
    expect(complete).toBe(true);
    expect(given).toHaveLength(2);
    expect(outcomes.filter(({ attempts }) => attempts === 2).length).toBeGreaterThan(0);
    expect(wire.sent.filter((sent) => tokenOf(sent) === 'token-1')).toHaveLength(regions.length);
    for (const { attempts } of outcomes) expect([1, 2]).toContain(attempts);
  },
);

test('a session that the services end in the middle of a stream is renewed once, and no page is lost', async () => {
  const { provider, given } = sessions();
  const wire = new Wire((sent) => {
    const isLater = new URLSearchParams(sent.body).has('NextToken');
    return isLater && tokenOf(sent) === 'token-0' ? ec2Error('RequestExpired', 400) : paged(sent);
  });
  const set = serviceSet(EC2, { regions, credentials: provider, config: wire.config });
  const stream = set.paginateDescribeVolumes({}).items((page) => page.Volumes);
  const volumes = (await stream.toArray()).map(({ VolumeId }) => VolumeId);
  expect(volumes.sort()).toEqual(regions.flatMap(() => [0, 1, 2, 3].map((page) => `vol-${page}`)).sort());
  expect(given).toHaveLength(2);
});

test('a request is tried again once only, and what the service said stays', async () => {
  const { provider, given } = sessions();
  const wire = new Wire(() => ec2Error('ExpiredToken', 400, 'it has expired'));
  const set = serviceSet(EC2, { regions: ['eu-west-1', 'us-east-1'], credentials: provider, config: wire.config });
  const { failures } = await set.describeVolumes({}).settled();
  expect(failures).toMatchObject([
    { status: 'denied', attempts: 2, error: { name: 'ExpiredToken', $metadata: { attempts: 2 } } },
    { status: 'denied', attempts: 2 },
  ]);
  expect(wire.sent).toHaveLength(4);
  expect(given.length).toBeLessThanOrEqual(3);
});

test('a provider that gives the same again is asked once, and nothing is sent twice', async () => {
  let asked = 0;
  const keys = { ...newKeys(), sessionToken: 'same' };
  const provider: CredentialProvider = async () => {
    asked += 1;
    return { ...keys };
  };
  const wire = refusing('ExpiredToken', ['same']);
  const { failures } = await serviceSet(EC2, { regions, credentials: provider, config: wire.config })
    .describeVolumes({})
    .settled();
  expect(failures).toHaveLength(regions.length);
  expect(asked).toBe(2);
  expect(wire.sent).toHaveLength(regions.length);
});

test('a provider that cannot renew them leaves the word to the service', async () => {
  let asked = 0;
  const provider: CredentialProvider = async () => {
    asked += 1;
    if (asked > 1) throw new Error('nobody is signed in');
    return { ...newKeys(), sessionToken: 'old' };
  };
  const wire = refusing('ExpiredToken', ['old']);
  const { failures } = await serviceSet(EC2, { regions, credentials: provider, config: wire.config })
    .describeVolumes({})
    .settled();
  expect(new Set(failures.map(({ error }) => error.name))).toEqual(new Set(['ExpiredToken']));
  expect(asked).toBe(2);
});

test('the look-up of the regions renews them, too', async () => {
  const { provider, given } = sessions();
  const inner = '<regionInfo><item><regionName>eu-west-1</regionName></item></regionInfo>';
  const wire = refusing('RequestExpired', ['token-0'], (sent) => ec2Answer(sent, inner));
  const { regions: found } = await serviceSet(EC2, { credentials: provider, config: wire.config })
    .describeVolumes({})
    .settled();
  expect(found.source).toBe('live');
  expect(wire.sent.map(tokenOf)).toEqual(['token-0', 'token-1', 'token-1']);
  expect(wire.sent[1]).toMatchObject({ action: 'DescribeRegions', region: wire.sent[0]?.region });
  expect(given).toHaveLength(2);
});

test('what is sent as it is read is not sent again', async () => {
  const { provider } = sessions();
  const body = '<?xml version="1.0"?><Error><Code>ExpiredToken</Code><Message>over</Message></Error>';
  const wire = new Wire(() => ({ status: 400, body, headers: { 'content-type': 'application/xml' } }));
  const config = { ...wire.config, requestChecksumCalculation: 'WHEN_REQUIRED' as const };
  const s3 = serviceSet(S3, { regions: ['eu-west-1'], credentials: provider, config }).at('eu-west-1');
  const input = { Bucket: 'b', Key: 'k', ContentLength: 1 };
  await expect(s3.putObject({ ...input, Body: Readable.from([Buffer.from('x')]) })).rejects.toMatchObject({
    name: 'ExpiredToken',
  });
  expect(wire.sent).toHaveLength(1);
  await expect(s3.putObject({ ...input, Body: 'x' })).rejects.toMatchObject({ name: 'ExpiredToken' });
  expect(wire.sent).toHaveLength(3);
});

test.each([
  ['RequestExpired', undefined],
  ['RequestTimeTooSkewed', 'a-session'],
  ['AuthFailure', 'a-session'],
])('%s for keys whose session is %s says nothing of their expiry, and they are kept', async (code, sessionToken) => {
  let asked = 0;
  const provider: CredentialProvider = async () => {
    asked += 1;
    return { ...newKeys(), sessionToken };
  };
  const wire = new Wire(() => ec2Error(code, 400));
  await serviceSet(EC2, { regions: ['eu-west-1'], credentials: provider, config: wire.config })
    .describeVolumes({})
    .settled();
  expect([asked, wire.sent.length]).toEqual([1, 1]);
});

async function adviceIn(set: ServiceSet<EC2>): Promise<string | undefined> {
  const { failures } = await set.describeVolumes({}).settled();
  expect(failures.length).toBeGreaterThan(0);
  return adviceFor(failures[0]?.error);
}

test('the error of the fan-out says what to do, and so can a command', async () => {
  const credentials = { ...newKeys(), sessionToken: 'over' };
  const wire = refusing('ExpiredToken', ['over'], paged);
  const set = serviceSet(EC2, { regions, credentials, config: wire.config });
  const advice =
    'The AWS credentials have expired: pass new ones by { credentials }, or a provider that renews them, and call again.';
  const thrown: unknown = await set.describeVolumes({}).then(
    () => expect.unreachable(),
    (error) => error,
  );
  if (!isFanOutError(thrown)) return expect.unreachable();
  expect(thrown.message).toContain(`${advice} None answered`);
  expect(thrown.report.failures[0]?.error).toMatchObject({ name: 'ExpiredToken' });
  expect(adviceFor(thrown.report.failures[0]?.error)).toBe(advice);
  await expect(set.paginateDescribeVolumes({}).toArray()).rejects.toThrow(advice);
  expect(wire.sent).toHaveLength(2 * regions.length);
  for (const other of [new Error('x'), undefined, 'ExpiredToken']) expect(adviceFor(other)).toBeUndefined();
});

test('what to do goes by where the credentials came from', async () => {
  const wire = new Wire(() => ec2Error('ExpiredToken', 400));
  const config = { ...wire.config, maxAttempts: 1 };
  const provider: CredentialProvider = async () => ({ ...newKeys(), sessionToken: 'over' });
  expect(await adviceIn(serviceSet(EC2, { regions, credentials: provider, config }))).toContain(
    'have expired: let the provider that was passed by { credentials } give new ones, and call again.',
  );
  const { accessKeyId, secretAccessKey } = newKeys();
  atHome({
    '.aws/credentials': `[audit]\naws_access_key_id=${accessKeyId}\naws_secret_access_key=${secretAccessKey}\naws_session_token=over\n`,
  });
  expect(await adviceIn(serviceSet(EC2, { regions, config: { ...config, profile: 'audit' } }))).toContain(
    'have expired: sign in again (aws sso login --profile audit)',
  );
});

test('a request of another time is the clock where the keys have no session, and may be it where they have one', async () => {
  const wire = new Wire(() => ec2Error('RequestExpired', 400));
  const config = { ...wire.config, maxAttempts: 1 };
  expect(await adviceIn(serviceSet(EC2, { regions, credentials: newKeys(), config }))).toBe(
    "The service takes the request for one of another time, and these keys do not expire: set this machine's clock right, and call again.",
  );
  const session = { ...newKeys(), sessionToken: 'over' };
  expect(await adviceIn(serviceSet(EC2, { regions, credentials: session, config }))).toContain(
    "have expired, or this machine's clock is wrong: pass new ones",
  );
});
