import { readFileSync, writeFileSync } from 'node:fs';
import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, expect, test, vi } from 'vitest';
import { callSignal } from '../../fanout/call-signal.js';
import { regionsOf } from '../../regions/table.js';
import type { CredentialProvider } from '../set/options.js';
import { serviceSet } from '../set/service-set.js';
import { atHome } from '../testing/home.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';

afterEach(() => vi.unstubAllEnvs());

const regions = regionsOf('aws');
const answering = () => new Wire((sent) => ec2Answer(sent));
const keyOf = (wire: Wire) => /Credential=([^/]+)/.exec(wire.sent.at(-1)?.headers['authorization'] ?? '')?.[1];

test('several sets that are given one provider ask it once between them', async () => {
  let asked = 0;
  const credentials: CredentialProvider = async () => {
    asked += 1;
    return newKeys();
  };
  const wire = answering();
  const sets = Array.from({ length: 3 }, () => serviceSet(EC2, { regions, credentials, config: wire.config }));
  await Promise.all(sets.map((set) => set.describeVolumes({})));
  expect(wire.sent).toHaveLength(3 * regions.length);
  expect(asked).toBe(1);
  expect(new Set(wire.sent.map(({ headers }) => headers['authorization']?.slice(0, 40))).size).toBe(1);
});

test('another provider is another identity, though it gives the same', async () => {
  const keys = newKeys();
  let asked = 0;
  const provider = (): CredentialProvider => async () => {
    asked += 1;
    return keys;
  };
  for (const credentials of [provider(), provider()]) {
    await serviceSet(EC2, { regions: ['eu-west-1'], credentials, config: answering().config }).describeVolumes({});
  }
  expect(asked).toBe(2);
});

const counted = (home: string) => `printf x >> ${home}/asked; cat ${home}/keys.json`;

test("sets of one profile and environment run the SDK's chain once between them", async () => {
  const home = atHome({ 'keys.json': JSON.stringify({ Version: 1, AccessKeyId: 'AKIDONE', SecretAccessKey: 'x' }) });
  writeFileSync(`${home}/config`, `[profile one]\ncredential_process = sh -c '${counted(home)}'\n`);
  vi.stubEnv('AWS_CONFIG_FILE', `${home}/config`);
  vi.stubEnv('AWS_PROFILE', 'one');
  const wire = answering();
  const list = () => serviceSet(EC2, { regions, config: wire.config }).describeVolumes({});
  await Promise.all([list(), list(), list()]);
  await list();
  expect(readFileSync(`${home}/asked`, 'utf8')).toBe('x');
  expect(keyOf(wire)).toBe('AKIDONE');
  // Another environment is another identity, until it is as before.
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDTWO');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'y');
  await list();
  expect(keyOf(wire)).toBe('AKIDTWO');
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
  await serviceSet(EC2, { regions: ['eu-west-1'], config: { ...wire.config, profile: 'one' } }).describeVolumes({});
  expect(keyOf(wire)).toBe('AKIDONE');
  expect(readFileSync(`${home}/asked`, 'utf8')).toBe('xx');
  vi.stubEnv('AWS_PROFILE', 'one');
  await list();
  expect(keyOf(wire)).toBe('AKIDONE');
  expect(readFileSync(`${home}/asked`, 'utf8')).toBe('xx');
});

test('credentials that were renewed in another environment are not those of the first', async () => {
  atHome({}, { AWS_ACCESS_KEY_ID: 'AKIDFIRST', AWS_SECRET_ACCESS_KEY: 'x' });
  const wire = answering();
  const made = () => serviceSet(EC2, { regions: ['eu-west-1'], config: wire.config });
  const set = made();
  await set.describeVolumes({});
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDSECOND');
  await set.describeVolumes({});
  expect(keyOf(wire)).toBe('AKIDFIRST');
  const { credentials } = set.at('eu-west-1').config;
  await credentials({ forceRefresh: true } as never);
  await set.describeVolumes({});
  expect(keyOf(wire)).toBe('AKIDSECOND');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDFIRST');
  await made().describeVolumes({});
  expect(keyOf(wire)).toBe('AKIDFIRST');
});

test('an environment that changes ever again is not remembered for ever', async () => {
  atHome({}, { AWS_SECRET_ACCESS_KEY: 'x' });
  const wire = answering();
  for (let n = 0; n < 20; n += 1) {
    vi.stubEnv('AWS_ACCESS_KEY_ID', `AKIDMANY${n}`);
    await serviceSet(EC2, { regions: ['eu-west-1'], config: wire.config }).describeVolumes({});
    expect(keyOf(wire)).toBe(`AKIDMANY${n}`);
  }
});

test('a provider is asked outside of the call that came first: neither its end nor its count is the provider’s', async () => {
  const signals: unknown[] = [];
  const credentials: CredentialProvider = async () => {
    signals.push(callSignal());
    return newKeys();
  };
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials, config: wire.config });
  await set.describeVolumes({}, { timeout: 5_000 });
  expect(signals).toEqual([undefined]);
});
