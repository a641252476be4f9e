import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, expect, test, vi } from 'vitest';
import type { Failure } from '../../fanout/outcome.js';
import { regionsOf } from '../../regions/table.js';
import type { CredentialProvider, Credentials, ServiceSetOptions } from '../set/options.js';
import { serviceSet } from '../set/service-set.js';
import { atHome } from '../testing/home.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { type CredentialsError, isCredentialsError } from './credentials-error.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const regions = regionsOf('aws');
const past = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));

/** The one error of every target, none of which was asked. */
async function errorOf(options: ServiceSetOptions<object>, config: object = {}): Promise<CredentialsError> {
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, { ...options, regions, config: { ...wire.config, ...config } });
  const { failures } = await set.describeVolumes({}).settled();
  expect(wire.sent).toEqual([]);
  expect(failures).toHaveLength(regions.length);
  const errors = new Set(failures.map(({ error }: Failure) => error));
  expect(errors.size).toBe(1);
  const [error] = errors;
  if (!isCredentialsError(error)) return expect.unreachable(String(error));
  return error;
}

test('a failing provider is asked once, and the one error object is every target’s', async () => {
  let asked = 0;
  const credentials: CredentialProvider = async () => {
    asked += 1;
    throw new Error('down');
  };
  const error = await errorOf({ credentials });
  expect(error).toMatchObject({ expired: false, expiredAt: undefined, cause: { message: 'down' } });
  await errorOf({ credentials });
  expect(asked).toBe(1);
});

test.each<[string, () => Credentials | CredentialProvider, RegExp]>([
  ['keys', () => ({ ...newKeys(), expiration: past }), /pass new ones by \{ credentials \}, or a provider/],
  ['a provider', () => async () => ({ ...newKeys(), expiration: past }), /let the provider .* give new ones/],
])('%s with an expiry that is past say so, and what to do', async (_, given, remedy) => {
  const error = await errorOf({ credentials: given() });
  expect(error).toMatchObject({ expired: true, expiredAt: past });
  expect(error.message).toMatch(/^the AWS credentials expired at 2026-01-02T03:04:05.000Z: /);
  expect(error.message).toMatch(remedy);
});

test('keys that expire while the set lives say so then', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const credentials = { ...newKeys(), expiration: new Date(Date.now() + 600_000) };
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials, config: wire.config });
  await set.describeVolumes({});
  vi.setSystemTime(Date.now() + 600_001);
  await expect(set.describeVolumes({})).rejects.toMatchObject({
    cause: { name: 'CredentialsError', expired: true, expiredAt: credentials.expiration },
  });
  expect(wire.sent).toHaveLength(1);
});

test('the environment, too', async () => {
  atHome(
    {},
    {
      AWS_ACCESS_KEY_ID: 'AKIDENV',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_SESSION_TOKEN: 'y',
      AWS_CREDENTIAL_EXPIRATION: past.toISOString(),
    },
  );
  const error = await errorOf({});
  expect(error.expiredAt).toEqual(past);
  expect(error.message).toMatch(/sign in again \(aws sso login\), or renew .* AWS_SESSION_TOKEN$/);
});

const startUrl = 'https://example.awsapps.com/start';
const ssoProfile = `[profile audit]
sso_start_url = ${startUrl}
sso_region = eu-west-1
sso_account_id = 111122223333
sso_role_name = Audit
`;
/** The SDK keeps the token of a start address in a file of its SHA-1. */
const tokenFile = `.aws/sso/cache/${createHash('sha1').update(startUrl).digest('hex')}.json`;

test('a profile whose sign-in is over says how to sign in again', async () => {
  const token = { accessToken: 'token', expiresAt: past.toISOString(), startUrl };
  atHome({ '.aws/config': ssoProfile, [tokenFile]: JSON.stringify(token) }, { AWS_PROFILE: 'audit' });
  const error = await errorOf({});
  expect(error).toMatchObject({ expired: true, expiredAt: undefined, cause: { name: 'CredentialsProviderError' } });
  expect(error.message).toMatch(/^the AWS credentials expired: sign in again \(aws sso login --profile audit\)/);
});

test('what was mended in the files after a failure is found, in the same process and by the same set', async () => {
  const home = atHome();
  vi.stubEnv('AWS_CONFIG_FILE', `${home}/config`);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', `${home}/credentials`);
  vi.useFakeTimers({ toFake: ['performance'] });
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, { regions: ['eu-west-1'], config: wire.config });
  const status = async () => (await set.describeVolumes({}).settled()).outcomes[0]?.status;
  expect(await status()).toBe('failed');
  writeFileSync(`${home}/credentials`, '[default]\naws_access_key_id = AKIDMENDED\naws_secret_access_key = x\n');
  vi.advanceTimersByTime(5_001);
  expect(await status()).toBe('ok');
});

test('of a process that fails nothing is told but that: its line and its words may hold secrets', async () => {
  const line = `sh -c "echo CANARY1 >&2; exit 3" helper --password CANARY2 CANARY3`;
  const home = atHome();
  writeFileSync(`${home}/config`, `[default]\ncredential_process = ${line}\n`);
  vi.stubEnv('AWS_CONFIG_FILE', `${home}/config`);
  const error = await errorOf({});
  expect(error.cause).toMatchObject({
    tried: expect.arrayContaining(['the credential_process of the profile failed']),
  });
  expect(inspect(error, { showHidden: true, depth: 12 })).not.toMatch(/CANARY\d/);
});

test('a process that gives expired keys, of a profile that the configuration names', async () => {
  const keys = { Version: 1, AccessKeyId: 'AKIDP', SecretAccessKey: 'x', Expiration: past.toISOString() };
  const home = atHome({ 'keys.json': JSON.stringify(keys) });
  writeFileSync(`${home}/config`, `[profile mine]\ncredential_process = cat ${home}/keys.json\n`);
  vi.stubEnv('AWS_CONFIG_FILE', `${home}/config`);
  const error = await errorOf({}, { profile: 'mine' });
  expect(error.message).toMatch(/^the AWS credentials expired: .*--profile mine/);
  expect(error.cause).toMatchObject({
    tried: expect.arrayContaining([expect.stringContaining('mine credential_process returned expired credentials')]),
  });
});
