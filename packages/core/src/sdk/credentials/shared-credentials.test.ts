import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, expect, test, vi } from 'vitest';
import type { Failure } from '../../fanout/outcome.js';
import { regionsOf } from '../../regions/table.js';
import type { CredentialProvider, Credentials } from '../set/options.js';
import { serviceSet } from '../set/service-set.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { isCredentialsError } from './credentials-error.js';
import { SharedCredentials } from './shared-credentials.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const regions = regionsOf('aws');

function counting(give: (turn: number) => Credentials | Promise<Credentials>) {
  let asked = 0;
  const provider: CredentialProvider = async () => give(++asked);
  return { provider, asked: () => asked };
}

const answering = () => new Wire((sent) => ec2Answer(sent));

test('a provider is asked once for the clients of every region, whatever they do', async () => {
  const wire = answering();
  const { provider, asked } = counting(() => newKeys());
  const set = serviceSet(EC2, { regions, credentials: provider, config: wire.config });
  await Promise.all([
    set.describeVolumes({}),
    set.with({ concurrency: 3 }).describeImages({}),
    set.paginateDescribeVolumes({}).toArray(),
    set.map((client) => client.describeVpcs({})),
    set.at('eu-west-1').describeVolumes({}),
  ]);
  expect(wire.sent.length).toBe(4 * regions.length + 1);
  expect(asked()).toBe(1);
});

test('the look-up of the regions and the calls after it share one resolution', async () => {
  const wire = new Wire((sent) =>
    ec2Answer(sent, '<regionInfo><item><regionName>eu-west-1</regionName></item></regionInfo>'),
  );
  const { provider, asked } = counting(() => newKeys());
  await serviceSet(EC2, { credentials: provider, config: wire.config }).describeVolumes({});
  expect(wire.sent).toHaveLength(2);
  expect(asked()).toBe(1);
});

test('a class of your own gets the shared provider, or the keys as they were given', async () => {
  class Own {
    readonly config: { region: string; credentials: Credentials | CredentialProvider };
    constructor(config: { region: string; credentials: Credentials | CredentialProvider }) {
      this.config = config;
    }
    async key(): Promise<string> {
      const { credentials } = this.config;
      return (typeof credentials === 'function' ? await credentials() : credentials).accessKeyId;
    }
  }
  const keys = newKeys();
  const { provider, asked } = counting(() => keys);
  expect(await serviceSet(Own, { regions: ['us-east-1', 'eu-west-1'], credentials: provider }).key()).toHaveLength(2);
  expect(asked()).toBe(1);
  expect(await serviceSet(Own, { regions: ['eu-west-1'], credentials: keys }).key()).toEqual([keys.accessKeyId]);
});

test('session tokens are signed in', async () => {
  const wire = answering();
  const credentials = { ...newKeys(), sessionToken: 'the-token' };
  await serviceSet(EC2, { regions: ['eu-west-1'], credentials, config: wire.config }).describeVolumes({});
  expect(wire.sent[0]?.headers['x-amz-security-token']).toBe('the-token');
});

test('expiring credentials are refreshed ahead of their end, once for all who ask', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const hour = 3_600_000;
  const { provider, asked } = counting(() => ({ ...newKeys(), expiration: new Date(Date.now() + hour) }));
  const shared = new SharedCredentials(provider, undefined);
  const ask = () => Promise.all(Array.from({ length: 20 }, () => shared.resolve()));
  const [first] = await ask();
  vi.setSystemTime(Date.now() + hour - 400_000);
  expect((await ask())[0]).toBe(first);
  vi.setSystemTime(Date.now() + 101_000);
  expect(new Set(await ask())).toEqual(new Set([first]));
  const renewed = await ask();
  expect(renewed[0]).not.toBe(first);
  expect(new Set(renewed).size).toBe(1);
  expect(asked()).toBe(2);
});

test('credentials that never live long are not asked for at every call', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { provider, asked } = counting(() => ({ ...newKeys(), expiration: new Date(Date.now() + 120_000) }));
  const shared = new SharedCredentials(provider, undefined);
  for (let n = 0; n < 5; n++) await shared.resolve();
  expect(asked()).toBe(1);
  vi.setSystemTime(Date.now() + 61_000);
  await shared.resolve();
  expect(asked()).toBe(2);
});

test('while a refresh fails, credentials that still hold go on serving', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { provider } = counting((turn) => {
    if (turn > 1) throw new Error('the provider is down');
    return { ...newKeys(), expiration: new Date(Date.now() + 3_600_000) };
  });
  const shared = new SharedCredentials(provider, undefined);
  const first = await shared.resolve();
  vi.setSystemTime(Date.now() + 3_500_000);
  expect(await shared.resolve()).toBe(first);
  vi.setSystemTime(Date.now() + 101_000);
  await expect(shared.resolve()).rejects.toThrow(/no AWS credentials/);
});

test('to force a refresh asks again, and those who ask meanwhile wait for it', async () => {
  const { provider, asked } = counting(() => newKeys());
  const shared = new SharedCredentials(provider, undefined);
  const first = await shared.resolve();
  const [forced, meanwhile] = await Promise.all([shared.resolve({ forceRefresh: true }), shared.resolve()]);
  expect(forced).not.toBe(first);
  expect(meanwhile).toBe(forced);
  expect(asked()).toBe(2);
});

test("a provider that fails is asked once, and is every target's same error", async () => {
  const wire = answering();
  const cause = new Error('the canary-secret of the profile is malformed');
  const { provider, asked } = counting(() => {
    throw cause;
  });
  const set = serviceSet(EC2, { regions, credentials: provider, config: wire.config });
  const { failures } = await set.describeVolumes({}).settled();
  expect(failures).toHaveLength(regions.length);
  const [first] = failures;
  expect(isCredentialsError(first?.error)).toBe(true);
  expect(first).toMatchObject({ status: 'failed', error: { cause } });
  expect(first?.error.message).not.toContain('canary');
  expect(new Set(failures.map(({ error }: Failure) => error.cause))).toEqual(new Set([cause]));
  expect(asked()).toBe(1);
  expect(wire.sent).toEqual([]);
});

test('a set of enabled regions whose provider fails asks it once, too', async () => {
  const { provider, asked } = counting(() => {
    throw new Error('down');
  });
  const wire = answering();
  const report = await serviceSet(EC2, { credentials: provider, config: wire.config }).describeVolumes({}).settled();
  expect(report.regions.source).toBe('assumed');
  expect(report.regions.reason).toContain('credentials');
  expect(report.failures.length).toBeGreaterThan(30);
  expect(asked()).toBe(1);
  expect(wire.sent).toEqual([]);
});

test('a provider that gives nonsense is an error that says so, without showing it', async () => {
  for (const nonsense of [undefined, {}, { accessKeyId: 'canary' }, 'canary']) {
    const shared = new SharedCredentials(async () => nonsense as never, undefined);
    const error: unknown = await shared.resolve().catch((reason: unknown) => reason);
    expect(isCredentialsError(error)).toBe(true);
    expect(JSON.stringify([String(error), String((error as Error).cause)])).not.toContain('canary');
  }
});

test('without any credentials the error says what to do, and no request is made', async () => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  vi.stubEnv('HOME', '/nonexistent');
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent/config');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent/credentials');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  const wire = answering();
  const report = await serviceSet(EC2, { regions: ['eu-west-1'], config: wire.config })
    .describeVolumes({})
    .settled();
  expect(report.failures[0]?.error).toMatchObject({
    name: 'CredentialsError',
    message: expect.stringMatching(/aws sso login.*AWS_PROFILE.*credentials/),
    cause: { name: 'CredentialsProviderError' },
  });
  expect(wire.sent).toEqual([]);
});

test("the SDK's own chain is taken when nothing is given", async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDFROMENV');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const wire = answering();
  await serviceSet(EC2, { regions: ['eu-west-1'], config: wire.config }).describeVolumes({});
  expect(wire.sent[0]?.headers['authorization']).toContain('Credential=AKIDFROMENV/');
});
