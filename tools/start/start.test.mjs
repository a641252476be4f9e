import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capture } from '../process/capture.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { root } from '../process/root.mjs';
import { requireLoopback } from './loopback.mjs';

/** Stands where a real cloud would: every request that comes here has gone astray. @type {import('node:http').Server} */
let elsewhere;
/** @type {string[]} */
let astray;

beforeEach(async () => {
  astray = [];
  elsewhere = createServer((request, response) => {
    astray.push(`${request.method} ${request.url}`);
    response.writeHead(500).end();
  });
  await new Promise((resolve) => elsewhere.listen(0, '127.0.0.1', () => resolve(undefined)));
});

afterEach(() => {
  elsewhere.close();
  elsewhere.closeAllConnections();
});

function address() {
  const bound = elsewhere.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${bound.port}`;
}

/** @param {NodeJS.ProcessEnv} env */
function start(env) {
  return capture(process.execPath, [join(root, 'tools/start/main.mjs')], {
    cwd: root,
    env: { ...childEnvironment(), ...env },
    timeout: 60_000,
  });
}

test('does the whole job, whatever the environment says of real clouds', { timeout: 70_000 }, async () => {
  const { code, output } = await start({
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
    AWS_ENDPOINT_URL: address(),
    AWS_ENDPOINT_URL_EC2: address(),
    AWS_ENDPOINT_URL_STS: address(),
    AWS_ENDPOINT_URL_SIMPLEDB: address(),
    AWS_PROFILE: 'a-profile-that-does-not-exist',
    AWS_REGION: 'eu-north-1',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL',
    AWS_SECRET_ACCESS_KEY: 'a real secret',
    HTTPS_PROXY: address(),
    HTTP_PROXY: address(),
  });
  expect(output).not.toContain('NodeVersionSupportWarning');
  expect(astray).toEqual([]);
  expect(code, output).toBe(0);
  expect(output).toMatch(/me-south-1 +[\d,]+ ms +timedOut/);
  expect(output).toMatch(/ap-southeast-3 +\d+ ms +notEnabled +– +off for this account\n/);
  expect(output.match(/ ms {2}ok /g)).toHaveLength(34);
  expect(output).toMatch(/permissions: userIds \['\d{12}'\], groups \['all'\]/);
  expect(output).toMatch(/✔ \d{12} is refused\n +Ec2NotFoundError/);
  expect(output.match(/Domain books in /g)).toHaveLength(8);
  expect(output).toContain('sa-east-1: 1959, The Sirens of Titan');
  expect(output).toMatch(/count\(\*\) over all regions: 9\n/);
  expect(output).toMatch(/books\.deleteDomain\(\)\n.*domains\(\)\n +none\n/);
});

test('ends quietly when its reader has had enough', { timeout: 70_000 }, async () => {
  const child = spawn(process.execPath, [join(root, 'tools/start/main.mjs')], { env: childEnvironment() });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([0, '']);
});

test.each([
  'https://ec2.us-east-1.amazonaws.com',
  'http://127.0.0.1.example.com:80',
  'http://0.0.0.0:1',
  'http://10.0.0.1',
])('sends nothing to %s', (endpoint) => {
  expect(() => requireLoopback(endpoint)).toThrow('is not on this machine: nothing was sent there');
});

test.each(['http://127.0.0.1:8080', 'http://[::1]:8080', 'http://localhost:8080'])('goes to %s', (endpoint) => {
  expect(() => requireLoopback(endpoint)).not.toThrow();
});
