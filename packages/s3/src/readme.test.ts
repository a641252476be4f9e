import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalCloud, startLocalCloud } from '@proj/local';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { contentType, pageOf } from './testing/answers.js';

const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder);

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** The service on loopback: the same bucket in every region. Ends with the test. */
async function serve(): Promise<string> {
  const { statusCode, body } = pageOf(['id-1']);
  const headers = { 'content-type': contentType, 'x-amzn-requestid': 'request-1' };
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(statusCode, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Somebody's environment: the cloud says which regions there are, the service is at an address of its own. */
function stubEnvironment(cloud: LocalCloud, service: string): void {
  vi.stubEnv('AWS_ENDPOINT_URL', cloud.url);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', service);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', cloud.credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', cloud.credentials.secretAccessKey);
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
}

test('each example of the README is a file of the examples, word for word', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const files = examples.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter((block) => !files.includes(block ?? ''))).toEqual([]);
});

test.each(examples)('%s runs for somebody with keys in the environment', async (name) => {
  const cloud = await startLocalCloud({ regions: ['us-east-1', 'eu-west-1'] });
  onTestFinished(() => cloud.close());
  stubEnvironment(cloud, await serve());
  await import(new URL(name, folder).href);
  expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  expect(vi.mocked(console.log).mock.calls).toEqual([
    ['us-east-1', 'id-1'],
    ['eu-west-1', 'id-1'],
    ['nothing is missing'],
  ]);
});
