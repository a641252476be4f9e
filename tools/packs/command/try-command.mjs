// The command of @proj/cli as a user has it: its tarball installed alone, at a terminal and in a pipe.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { startLocalCloud } from '@proj/local';
import { median } from '../../bench/harness/median.mjs';
import { interruptedUntilItEnds, onPipe, untilItPrints } from './pipe.mjs';
import { atTerminal } from './terminal.mjs';

/** @typedef {(what: string, work: () => unknown) => Promise<boolean>} Check */
/** @typedef {{ project: string, env: NodeJS.ProcessEnv, print: (line: string) => void }} Context */

const controlCode = /[^\P{Cc}\n]/u;
const ctrlC = '\u0003';

/** @param {string} text */
const linesOf = (text) => text.trimEnd().split('\n');

/**
 * @param {Check} check
 * @param {Context} context
 */
export async function tryCommand(check, { project, env, print }) {
  const cloud = await startLocalCloud({ seed: { volumes: 40 }, faults: { 'me-south-1': { kind: 'silent' } } });
  const own = {
    ...env,
    AWS_ENDPOINT_URL: cloud.url,
    AWS_ACCESS_KEY_ID: cloud.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: cloud.credentials.secretAccessKey,
  };
  const place = { cwd: project, env: own };
  await inPipe(check, place);
  await atTerminals(check, place);
  await ended(check, place, cloud);
  await remembers(check, place);
  await check('starts', async () => print(`    ${await startUp(place)}`));
  await cloud.close();
}

/** @typedef {{ cwd: string, env: NodeJS.ProcessEnv }} Place */

const program = (/** @type {Place} */ { cwd }) => join(cwd, 'node_modules', '.bin', 'serviceset');
const volumes = "ec2 describe-volumes --regions 'eu-*,us-east-1'";
const command = 'node_modules/.bin/serviceset';

/**
 * @param {Check} check
 * @param {Place} place
 */
async function inPipe(check, place) {
  await check('in a pipe: a table without control codes, whole, and nothing on stderr', async () => {
    const { code, out, err } = await onPipe(`${command} ${volumes}`, place);
    assert.deepEqual([code, err], [0, '']);
    assert.doesNotMatch(out, controlCode);
    assert.match(out, /^Region +VolumeId +Name +State/);
    assert.equal(linesOf(out).length, 1 + 9 * 40);
  });
  await check('in a pipe: JSON that jq would take, and lines of it', async () => {
    const whole = await onPipe(`${command} ${volumes} --output json`, place);
    assert.deepEqual(JSON.parse(whole.out)[0].Volumes.length, 40);
    const { out } = await onPipe(`${command} ${volumes} --output ndjson`, place);
    assert.equal(new Set(linesOf(out).map((line) => JSON.parse(line).Region)).size, 9);
  });
  await check('| head: 141, and no word of a broken pipe', async () => {
    // Far more than a pipe holds, so that the reader is gone long before the end.
    const all = `${command} ec2 describe-volumes --regions '!me-south-1' --output ndjson`;
    const { out, err } = await onPipe(`${all} | head -n 2; echo "code \${PIPESTATUS[0]}"`, place);
    assert.equal(linesOf(out).at(-1), 'code 141');
    assert.deepEqual([linesOf(out).length, err], [3, '']);
  });
  await check('the exit codes: 3 with a word on the region that is missing, 2, 1', async () => {
    const missing = await onPipe(`${command} ec2 describe-vpcs --regions me-south-1,eu-west-1 --timeout 500`, place);
    assert.equal(missing.code, 3);
    assert.match(missing.err, /1 of 2 regions answered, 1 missing\.\n {2}timedOut {2}me-south-1: /);
    const usage = await onPipe(`${command} ec2 describe-volums`, place);
    assert.deepEqual([usage.code, usage.out], [2, '']);
    assert.match(usage.err, /did you mean describe-volumes\?/);
    const failed = await onPipe(`${command} ec2 describe-vpcs --region me-south-1 --timeout 300`, place);
    assert.equal(failed.code, 1);
  });
  await check('a service without its client is named with the line that installs it', async () => {
    const { code, err } = await onPipe(`${command} sqs list-queues`, place);
    assert.deepEqual([code, err.includes('npm install @aws-sdk/client-sqs')], [2, true]);
  });
}

/**
 * @param {Check} check
 * @param {Place} place
 */
async function atTerminals(check, place) {
  const args = ['ec2', 'describe-volumes', '--regions', 'eu-*,us-east-1'];
  for (const columns of [120, 80, 50]) {
    await check(`at a terminal of ${columns} columns: no line is wider, and the headings are bold`, async () => {
      const { code, text } = await atTerminal(program(place), args, { ...place, columns });
      assert.equal(code, 0);
      const lines = linesOf(text).map((line) => stripVTControlCharacters(line.slice(line.lastIndexOf('\r') + 1)));
      assert.ok(Math.max(...lines.map((line) => line.length)) <= columns);
      assert.ok(lines.some((line) => /^Region +VolumeId/.test(line)));
      assert.ok(text.includes('\u001b[1mRegion'));
    });
  }
  await check('NO_COLOR: no colours', async () => {
    const env = { ...place.env, NO_COLOR: '1' };
    const { text } = await atTerminal(program(place), ['ec2', 'describe-volumes', '--region', 'eu-west-1'], {
      ...place,
      env,
    });
    assert.ok(text.includes('vol-') && !text.includes('\u001b['));
  });
}

/**
 * @param {Check} check
 * @param {Place} place
 * @param {import('@proj/local').LocalCloud} cloud
 */
async function ended(check, place, cloud) {
  await check('Ctrl-C: 130, with what had arrived', async () => {
    const args = ['ec2', 'describe-vpcs', '--regions', 'eu-west-1,us-east-1,me-south-1'];
    const type = (/** @type {string} */ text) => (text.includes('2 of 3 regions') ? ctrlC : undefined);
    const { code, text } = await atTerminal(program(place), args, { ...place, columns: 120, type });
    assert.equal(code, 130, text);
    assert.match(text, /eu-west-1 +vpc-/);
    assert.match(text, /us-east-1 +vpc-/);
    assert.match(text, /cancelled.* me-south-1: /);
  });
  await check('the second Ctrl-C ends it at once, when nobody takes what the first is to print', async () => {
    const args = ['ec2', 'describe-volumes', '--regions', '!me-south-1', '--output', 'ndjson'];
    const asked = { action: 'DescribeVolumes' };
    // More has arrived by then than a pipe holds.
    const from = cloud.requests.waitFor(asked, cloud.requests.count(asked) + 30);
    const { code, signal, interrupts } = await interruptedUntilItEnds(program(place), args, { ...place, from });
    assert.deepEqual([code, signal, interrupts], [null, 'SIGINT', 2]);
  });
  await check('SIGTERM: 143, with what had arrived', async () => {
    const args = ['ec2', 'describe-vpcs', '--regions', 'eu-west-1,me-south-1', '--output', 'ndjson'];
    const { code, out } = await untilItPrints(program(place), args, place);
    assert.equal(code, 143);
    assert.equal(JSON.parse(out).Region, 'eu-west-1');
  });
  await check('serviceset local: what others need to know, until Ctrl-C', async () => {
    const type = (/** @type {string} */ text) => (text.includes('export AWS_REGION') ? ctrlC : undefined);
    const { code, text } = await atTerminal(program(place), ['local'], { ...place, type });
    assert.equal(code, 0, text);
    assert.match(text, /^export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+$/m);
  });
}

/** No name leads anywhere, so that nothing leaves this machine. */
const withoutNames = `
import { createRequire, syncBuiltinESMExports } from 'node:module';
const dns = createRequire(import.meta.url)('node:dns');
dns.lookup = (name, options, done) => process.nextTick(done, Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }));
syncBuiltinESMExports();
`;

/**
 * @param {Check} check
 * @param {Place} place
 */
async function remembers(check, { cwd, env }) {
  await check('what could not be reached is skipped by the next command, and tried with --no-breaker', async () => {
    writeFileSync(join(cwd, 'without-names.mjs'), withoutNames);
    const { AWS_ENDPOINT_URL: _, ...rest } = env;
    const place = {
      cwd,
      env: { ...rest, NODE_OPTIONS: '--import ./without-names.mjs', XDG_CACHE_HOME: join(cwd, 'cache') },
    };
    const line = `${command} ec2 describe-vpcs --region eu-west-1`;
    assert.match((await onPipe(line, place)).err, /unreachable {2}eu-west-1/);
    assert.match((await onPipe(line, place)).err, /skipped {2}eu-west-1/);
    assert.match((await onPipe(`${line} --no-breaker`, place)).err, /unreachable {2}eu-west-1/);
  });
}

/**
 * How long the command takes to say its version, and to answer from one region, beside Node alone.
 * @param {Place} place
 */
async function startUp(place) {
  const lines = {
    'node alone': 'node -e 0',
    '--version': `${command} --version`,
    'a usage error, client loaded': `${command} ec2 describe-volums`,
    'one region': `${command} ec2 describe-vpcs --region eu-west-1`,
  };
  const said = [];
  for (const [name, line] of Object.entries(lines)) {
    const times = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const start = performance.now();
      await onPipe(line, place);
      times.push(performance.now() - start);
    }
    said.push(`${name} ${median(times).toFixed(0)} ms`);
  }
  return said.join(', ');
}
