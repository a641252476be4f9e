import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { LocalCloud } from '../../../index.js';
import { startForTest } from '../../../testing/clients.js';
import { callSdb } from '../../../testing/sdb-caller.js';
import { sendSigned } from '../../../testing/signed-request.js';

afterEach(() => {
  vi.useRealTimers();
});

const region = 'eu-west-1';
const wanted = { domainName: 'dom', s3Bucket: 'exports' };

interface Answer {
  readonly status: number;
  readonly code: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

async function ask(cloud: LocalCloud, operation: string, input: unknown, more: object = {}): Promise<Answer> {
  const url = `${cloud.url}/v2/${operation}`;
  const body = typeof input === 'string' ? input : JSON.stringify(input);
  const response = await sendSigned({ url, body, credentials: cloud.credentials, region, service: 'sdb', ...more });
  const code = response.headers.get('x-amzn-errortype');
  return { status: response.status, code, body: (await response.json()) as Answer['body'] };
}

async function withItems(options: object = {}): Promise<LocalCloud> {
  const cloud = await startForTest(options);
  await callSdb(cloud, 'CreateDomain', { DomainName: 'dom' });
  for (const ItemName of ['b', 'a']) {
    const pair = { 'Attribute.1.Name': 'year', 'Attribute.1.Value': '1959' };
    await callSdb(cloud, 'PutAttributes', { DomainName: 'dom', ItemName, ...pair });
  }
  return cloud;
}

const start = async (cloud: LocalCloud, more: object = {}) => {
  const { body } = await ask(cloud, 'StartDomainExport', { ...wanted, ...more });
  return String(body['exportArn']);
};
const get = async (cloud: LocalCloud, exportArn: string) => (await ask(cloud, 'GetExport', { exportArn })).body;

it('goes from pending by progress to its end, and writes what there was when it began', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const exportFolder = mkdtempSync(join(tmpdir(), 'exports-'));
  const cloud = await withItems({ exportTime: 1000, exportFolder });
  const began = Date.now();
  const arn = await start(cloud, { s3KeyPrefix: 'backup/2026', clientToken: 'once' });
  expect(arn).toMatch(/^arn:aws::sdb:eu-west-1:\d{12}:domain\/dom\/export\/[0-9a-f-]{36}$/);
  await callSdb(cloud, 'DeleteAttributes', { DomainName: 'dom', ItemName: 'a' });
  const asked = {
    exportArn: arn,
    clientToken: 'once',
    domainName: 'dom',
    s3Bucket: 'exports',
    s3KeyPrefix: 'backup/2026',
  };
  expect(await get(cloud, arn)).toEqual({ ...asked, exportStatus: 'PENDING', requestedAt: began / 1000 });
  vi.setSystemTime(began + 1500);
  expect(await get(cloud, arn)).toMatchObject({ exportStatus: 'IN_PROGRESS' });
  vi.setSystemTime(began + 2000);
  const done = await get(cloud, arn);
  const id = arn.split('/').at(-1);
  const exportManifest = `backup/2026/AWSSimpleDB/${id}/dom/manifest-summary.json`;
  const end = { exportStatus: 'SUCCEEDED', exportManifest, itemsCount: 2, exportDataCutoffTime: began / 1000 };
  expect(done).toMatchObject(end);
  const written = (key: string) => readFileSync(join(exportFolder, 'exports', key), 'utf8');
  const { files } = JSON.parse(written(exportManifest)) as { files: string[] };
  expect(files.map(written).join('')).toBe(
    '{"itemName":"a","attributes":{"year":["1959"]}}\n{"itemName":"b","attributes":{"year":["1959"]}}\n',
  );
  rmSync(exportFolder, { recursive: true });
});

it('fails where there is no bucket', async () => {
  const cloud = await withItems();
  expect(await get(cloud, await start(cloud))).toMatchObject({
    exportStatus: 'FAILED',
    failureCode: 'S3NoSuchBucket',
    failureMessage: expect.stringContaining('exportFolder'),
  });
});

it('is one, however often it is asked for by its token, and another after eight hours', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const cloud = await withItems();
  const first = await start(cloud, { clientToken: 'same' });
  expect(await start(cloud, { clientToken: 'same' })).toBe(first);
  const other = await ask(cloud, 'StartDomainExport', { ...wanted, clientToken: 'same', s3KeyPrefix: 'x' });
  expect([other.status, other.code]).toEqual([400, 'ConflictException']);
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  expect(await start(cloud, { clientToken: 'same' })).not.toBe(first);
});

it('is asked for five times a day for a domain, and 25 times in all', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const cloud = await withItems();
  const code = async (domainName: string) => (await ask(cloud, 'StartDomainExport', { ...wanted, domainName })).code;
  for (let at = 0; at < 5; at += 1) expect(await code('dom')).toBeNull();
  expect((await ask(cloud, 'StartDomainExport', wanted)).status).toBe(409);
  expect(await code('dom')).toBe('NumberExportsLimitExceeded');
  for (let at = 0; at < 4; at += 1) {
    await callSdb(cloud, 'CreateDomain', { DomainName: `more${at}` });
    for (let turn = 0; turn < 5; turn += 1) expect(await code(`more${at}`)).toBeNull();
  }
  await callSdb(cloud, 'CreateDomain', { DomainName: 'last' });
  expect(await code('last')).toBe('NumberExportsLimitExceeded');
  vi.setSystemTime(Date.now() + 24 * 3_600_000);
  expect(await code('last')).toBeNull();
});

it('is listed page by page, of one domain or all, by tokens that are good for that alone', async () => {
  const cloud = await withItems();
  await callSdb(cloud, 'CreateDomain', { DomainName: 'other' });
  const made = [await start(cloud), await start(cloud), await start(cloud, { domainName: 'other' })];
  const list = (input: object) => ask(cloud, 'ListExports', input);
  const arns = ({ body }: Answer) =>
    (body['exportSummaries'] as readonly { exportArn: string }[]).map(({ exportArn }) => exportArn);
  expect(arns(await list({}))).toEqual(made);
  expect(arns(await list({ domainName: 'other' }))).toEqual(made.slice(2));
  const first = await list({ maxResults: 2 });
  expect(arns(first)).toEqual(made.slice(0, 2));
  const { nextToken } = first.body;
  const rest = await list({ maxResults: 2, nextToken });
  expect([arns(rest), rest.body['nextToken']]).toEqual([made.slice(2), undefined]);
  expect((await list({ domainName: 'dom', nextToken })).code).toBe('InvalidNextTokenException');
  expect((await list({ nextToken: `${String(nextToken).slice(0, -4)}AAA=` })).code).toBe('InvalidNextTokenException');
  expect((await list({ domainName: 'nobody' })).code).toBe('NoSuchDomainException');
});

it.each([
  ['StartDomainExport', { s3Bucket: 'exports' }, 'InvalidParameterValueException'],
  ['StartDomainExport', { domainName: 'dom' }, 'InvalidParameterValueException'],
  ['StartDomainExport', { ...wanted, domainName: 'nobody' }, 'NoSuchDomainException'],
  ['StartDomainExport', { ...wanted, s3Bucket: 'x' }, 'InvalidParameterValueException'],
  ['StartDomainExport', { ...wanted, s3SseAlgorithm: 'ROT13' }, 'InvalidParameterValueException'],
  ['StartDomainExport', { ...wanted, s3SseKmsKeyId: 'k' }, 'InvalidParameterCombinationException'],
  ['StartDomainExport', { ...wanted, s3BucketOwner: '12' }, 'InvalidParameterValueException'],
  ['StartDomainExport', { ...wanted, colour: 'red' }, 'InvalidParameterValueException'],
  ['StartDomainExport', 'no JSON', 'SerializationException'],
  ['GetExport', {}, 'InvalidParameterValueException'],
  ['GetExport', { exportArn: `arn:aws::sdb:eu-west-1:1:domain/dom/export/none` }, 'NoSuchExportException'],
  ['ListExports', { maxResults: 0 }, 'InvalidParameterValueException'],
])('%s of %j is refused as %s', async (operation, input, code) => {
  const cloud = await withItems();
  const answer = await ask(cloud, operation, input);
  expect([answer.status, answer.code]).toEqual([400, code]);
});

it('lets nobody in who signs otherwise, and knows each account and region by itself', async () => {
  const cloud = await withItems();
  const [, other] = cloud.accounts;
  const bad = { ...cloud.credentials, secretAccessKey: 'wrong' };
  expect((await ask(cloud, 'ListExports', {}, { credentials: bad })).code).toBe('InvalidSignatureException');
  expect((await ask(cloud, 'StartDomainExport', wanted, { credentials: other?.credentials })).code).toBe(
    'NoSuchDomainException',
  );
  expect((await ask(cloud, 'StartDomainExport', wanted, { region: 'us-west-2' })).code).toBe('NoSuchDomainException');
  const arn = await start(cloud);
  const elsewhere = await ask(cloud, 'GetExport', { exportArn: arn }, { region: 'us-west-2' });
  expect(elsewhere.code).toBe('NoSuchExportException');
  const url = `${cloud.endpoint('sdb', region)}/v2/GetExport`;
  expect((await ask(cloud, 'GetExport', { exportArn: arn }, { url })).status).toBe(200);
});
