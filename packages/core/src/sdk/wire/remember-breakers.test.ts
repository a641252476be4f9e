import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BreakerFile } from '../../guards/breaker-file.js';
import { Breakers, processBreakers } from '../../guards/breakers.js';
import { serviceSet } from '../set/service-set.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { isPublicEndpoint } from './public-endpoint.js';
import { rememberBreakers } from './remember-breakers.js';

const regions = ['us-east-1', 'us-east-2', 'me-south-1'];
const bahrain = 'https://ec2.me-south-1.amazonaws.com';
const minute = 60_000;

let folder: string;
let file: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  folder = await mkdtemp(join(tmpdir(), 'breakers-'));
  file = join(folder, 'cache', 'breakers.json');
});
afterEach(async () => {
  vi.useRealTimers();
  processBreakers.clear();
  await rm(folder, { recursive: true });
});

/** Volumes of all three regions as a process of its own would ask for them, with me-south-1 out of reach or not. */
async function ask(isReached: boolean, options = {}): Promise<readonly string[]> {
  // With it the process knows nothing yet.
  const wire = new Wire((sent) => {
    if (isReached || sent.region !== 'me-south-1') return ec2Answer(sent);
    throw Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:443'), { code: 'ECONNREFUSED' });
  });
  await using _memory = await rememberBreakers(file);
  await using set = serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config, ...options });
  return (await set.describeVolumes({}).settled()).outcomes.map(({ status }) => status);
}

const written = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

test('what one process could not reach the next one skips, for ten minutes', async () => {
  const began = Date.now();
  expect(await ask(false)).toEqual(['ok', 'ok', 'unreachable']);
  expect(await ask(false)).toEqual(['ok', 'ok', 'skipped']);
  vi.setSystemTime(began + 9 * minute);
  expect(await ask(true)).toEqual(['ok', 'ok', 'skipped']);
  vi.setSystemTime(began + 11 * minute);
  expect(await ask(true)).toEqual(['ok', 'ok', 'ok']);
});

test('what it could reach again is forgotten at once', async () => {
  await ask(false);
  expect(await ask(true, { breaker: false })).toEqual(['ok', 'ok', 'ok']);
  expect(await written()).toEqual({ version: 1, breakers: [] });
  expect(await ask(true)).toEqual(['ok', 'ok', 'ok']);
});

test('the file is for its owner alone, and nothing is left beside it', async () => {
  await ask(false);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'cache'))).toEqual(['breakers.json']);
  expect(await written()).toMatchObject({
    version: 1,
    breakers: [{ origin: bahrain, why: 'connect ECONNREFUSED 192.0.2.1:443' }],
  });
});

test('where all is well no file is made', async () => {
  await ask(true);
  await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an endpoint that was given is never remembered, whoever gave it', async () => {
  const endpoint = ({ region }: { region: string }) => `https://ec2.${region}.amazonaws.com`;
  expect(await ask(false, { endpoint })).toEqual(['ok', 'ok', 'unreachable']);
  expect(await ask(false, { endpoint })).toEqual(['ok', 'ok', 'unreachable']);
  vi.stubEnv('AWS_ENDPOINT_URL_EC2', 'https://ec2.me-south-1.amazonaws.com');
  expect(await ask(false, { regions: ['me-south-1'] })).toEqual(['unreachable']);
  expect(await ask(false, { regions: ['me-south-1'] })).toEqual(['unreachable']);
  vi.unstubAllEnvs();
});

test("what is not one of AWS's own public endpoints is neither written nor believed, wherever it comes from", async () => {
  const miss = () => ({ began: Date.now(), cause: new Error('no'), isLasting: true });
  const others = [
    'http://127.0.0.1:4566',
    'https://sqs.example.org',
    'https://vpce-1.ec2.eu-west-1.vpce.amazonaws.com',
  ];
  {
    await using _memory = await rememberBreakers(file);
    for (const origin of [bahrain, ...others]) processBreakers.missed(origin, miss());
    for (const one of ['a', 'b', 'c', 'd']) processBreakers.answered(`https://${one}.test`, Date.now());
  }
  expect(await written()).toMatchObject({ breakers: [{ origin: bahrain }] });
  const breakers = [bahrain, ...others].map((origin) => ({ origin, since: Date.now(), at: Date.now(), why: 'no' }));
  await writeFile(file, JSON.stringify({ version: 1, breakers }));
  processBreakers.clear();
  await using _memory = await rememberBreakers(file);
  expect(processBreakers.failing().map(({ origin }) => origin)).toEqual([bahrain]);
});

test('the file is replaced whole: who has it open reads on in the old one', async () => {
  await ask(false);
  const old = await readFile(file, 'utf8');
  await using reader = await open(file, 'r');
  await ask(true, { breaker: false });
  expect(await reader.readFile('utf8')).toBe(old);
  expect(await readFile(file, 'utf8')).not.toBe(old);
});

describe('a file that is not to be believed is as good as none', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const one = { origin: bahrain, since: now - 2_000, at: now - 1_000, why: 'no' };
  const memory = (breaker: object, version: unknown = 1) => JSON.stringify({ version, breakers: [breaker] });

  async function isSkipped(text: string): Promise<boolean> {
    vi.setSystemTime(now);
    await mkdir(join(folder, 'cache'), { recursive: true });
    await writeFile(file, text);
    return (await ask(true))[2] === 'skipped';
  }

  test('one that is', async () => {
    expect(await isSkipped(memory(one))).toBe(true);
  });

  test.each([
    ['half of it', memory(one).slice(0, -9)],
    ['nothing', ''],
    ['another thing', 'null'],
    ['a later version', memory(one, 2)],
    ['no list', JSON.stringify({ version: 1, breakers: { one } })],
    ['another shape', memory({ ...one, at: String(one.at) })],
    ['no reason', memory({ ...one, why: undefined })],
    ['the future', memory({ ...one, at: now + 1 })],
    ['an end before its beginning', memory({ ...one, since: now })],
    ['long ago', memory({ ...one, since: 0, at: now - 10 * minute })],
    ['too much', memory({ ...one, why: 'x'.repeat(300_000) })],
    ['nothing of ours', memory({ ...one, origin: 'https://127.0.0.1' })],
  ])('%s', async (_, text) => {
    expect(await isSkipped(text)).toBe(false);
  });
});

test('a reason from a file cannot write to a terminal', async () => {
  const breakers = new Breakers();
  const at = Date.now();
  const why = 'no\u001b]0;title\u0007';
  await mkdir(join(folder, 'cache'), { recursive: true });
  await writeFile(file, JSON.stringify({ version: 1, breakers: [{ origin: bahrain, since: at, at, why }] }));
  await new BreakerFile(file, breakers, isPublicEndpoint).read();
  expect(() => breakers.admit(bahrain)).toThrow('(it was: no?]0;title?)');
});

test('two processes that write at once keep what both have seen', async () => {
  const seen = ['me-south-1', 'me-central-1'].map((region) => {
    const breakers = new Breakers();
    const memory = new BreakerFile(file, breakers, isPublicEndpoint);
    const cause = new Error('refused');
    breakers.missed(`https://ec2.${region}.amazonaws.com`, { began: Date.now(), cause, isLasting: true });
    return memory;
  });
  for (const memory of seen) await memory[Symbol.asyncDispose]();
  expect(await written()).toMatchObject({
    breakers: [{ origin: bahrain }, { origin: 'https://ec2.me-central-1.amazonaws.com' }],
  });
  // Writing in the same moment may lose one of them, but leaves a whole file.
  await Promise.all(seen.map((memory) => memory[Symbol.asyncDispose]()));
  expect(await written()).toMatchObject({ version: 1 });
});

test('when this machine itself was cut off, nothing is remembered', async () => {
  const breakers = new Breakers();
  const memory = new BreakerFile(file, breakers, isPublicEndpoint);
  for (const region of regions) {
    const miss = { began: Date.now(), cause: new Error('no network'), isLasting: true };
    breakers.missed(`https://ec2.${region}.amazonaws.com`, miss);
  }
  await memory[Symbol.asyncDispose]();
  expect(await written()).toEqual({ version: 1, breakers: [] });
});

test('a place that cannot be written to is nobody’s trouble', async () => {
  await writeFile(join(folder, 'cache'), 'a file where a folder would be');
  expect(await ask(false)).toEqual(['ok', 'ok', 'unreachable']);
  expect(await readdir(folder)).toEqual(['cache']);
});

test('what is no path is refused', async () => {
  await expect(rememberBreakers('')).rejects.toMatchObject({ name: 'OptionError' });
});

test.each([
  [bahrain, true],
  ['https://ec2.cn-north-1.amazonaws.com.cn', true],
  ['https://bucket.s3.dualstack.eu-west-1.amazonaws.com', true],
  ['https://ec2.eu-west-1.api.aws', true],
  ['https://vpce-1a2b-3c4d.ec2.us-east-1.vpce.amazonaws.com', false],
  ['http://ec2.eu-west-1.amazonaws.com', false],
  ['https://ec2.eu-west-1.amazonaws.com:8443', false],
  ['https://amazonaws.com.example', false],
  ['https://notamazonaws.com', false],
  ['https://localhost', false],
  ['https://[::1]', false],
  ['https://user@ec2.eu-west-1.amazonaws.com', false],
  ['nonsense', false],
])('%s is a public endpoint: %s', (origin, is) => {
  expect(isPublicEndpoint(origin)).toBe(is);
});
