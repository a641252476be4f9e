import { afterEach, expect, test } from 'vitest';
import type { Host } from '../host/host.js';
import { type CapturedHost, capturedHost } from '../testing/captured.js';
import { cloudForTests } from '../testing/cloud.js';
import { runCli } from './run-cli.js';

const cloud = cloudForTests();
afterEach(() => cloud().setFaults({}));

async function run(line: string, host: CapturedHost = capturedHost()) {
  const code = await runCli(line.split(' '), host);
  return { code, out: host.stdout.text, err: host.stderr.text };
}

const three = 'ec2 describe-vpcs --regions eu-west-1,us-east-1,us-west-2 --output ndjson';

test('3: a region is missing, and stderr says which, why and what to do', async () => {
  await cloud().setFaults({ 'us-west-2': { kind: 'reset' } });
  const { code, out, err } = await run(three);
  expect(code).toBe(3);
  expect(out.trimEnd().split('\n')).toHaveLength(2);
  expect(err).toContain(
    'ec2 describe-vpcs: 2 of 3 regions answered, 1 missing.\n  unreachable  us-west-2: read ECONNRESET',
  );
  expect(err).toContain("leave them out ('!me-*') or try again");
});

test('3: regions that fail alike are told together', async () => {
  const error = { kind: 'error', code: 'UnauthorizedOperation', status: 403 } as const;
  await cloud().setFaults({ 'us-west-2': error, 'us-east-1': error });
  const { code, err } = await run(three);
  expect(code).toBe(3);
  expect(err).toMatch(/ {2}denied {2}us-east-1, us-west-2: .*UnauthorizedOperation/);
});

test('0: a region that is off hides nothing', async () => {
  await cloud().setFaults({ 'ap-southeast-3': { kind: 'notEnabled' } });
  const { code, err } = await run('ec2 describe-vpcs --regions ap-southeast-3,us-east-1 --output ndjson');
  expect(code).toBe(0);
  expect(err).toContain('1 of 2 regions answered, nothing is missing.\n  notEnabled  ap-southeast-3: ');
});

test('3: the time is over', async () => {
  await cloud().setFaults({ 'us-west-2': { kind: 'silent' } });
  const { code, err } = await run(`${three} --deadline 400`);
  expect(code).toBe(3);
  expect(err).toContain('  timedOut  us-west-2: ');
});

test('0: all answered, though nobody could say which regions are enabled: that is said', async () => {
  const unasked = ['DescribeRegions', 'ListRegions'].map((action) => ({ kind: 'error', action }) as const);
  await cloud().setFaults({ '*': unasked });
  const { credentials } = cloud().accounts[1] ?? cloud();
  process.env['AWS_ACCESS_KEY_ID'] = credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = credentials.secretAccessKey;
  const { code, err } = await run('ec2 describe-vpcs --output ndjson');
  expect(code).toBe(0);
  expect(err).toContain('Which regions are enabled could not be found out');
});

test('1: nothing answered', async () => {
  await cloud().setFaults({ '*': { kind: 'error', code: 'UnauthorizedOperation', status: 403 } });
  const { code, out } = await run(three);
  expect([code, out]).toEqual([1, '']);
});

test('1: there are no credentials', async () => {
  delete process.env['AWS_ACCESS_KEY_ID'];
  const { code, err } = await run(three);
  expect(code).toBe(1);
  expect(err).toContain('no AWS credentials could be resolved');
  expect(err).toContain('AWS_SECRET_ACCESS_KEY\ntried: ');
  expect(err).toContain('tried: EC2 Instance Metadata Service access disabled\n');
  expect(err).not.toContain('the cause says');
});

test('130: Ctrl-C prints what had arrived', async () => {
  await cloud().setFaults({ 'us-west-2': { kind: 'silent' } });
  const interrupt = new AbortController();
  const host = capturedHost({ signal: interrupt.signal });
  const running = run(three, host);
  await cloud().requests.waitFor({ action: 'DescribeVpcs', region: 'us-west-2' }, 1);
  await host.stdout.lines(2);
  interrupt.abort();
  const { code, out, err } = await running;
  expect(code).toBe(130);
  expect(out.trimEnd().split('\n')).toHaveLength(2);
  expect(err).toContain('  cancelled  us-west-2: ');
});

test('141: nobody reads any more', async () => {
  const host = capturedHost();
  const gone: Host['stdout'] = {
    write: (_, done) => void queueMicrotask(() => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))),
  };
  expect(await runCli(three.split(' '), { ...host, stdout: gone })).toBe(141);
  expect(host.stderr.text).toBe('');
});
