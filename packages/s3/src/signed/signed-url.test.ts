import { afterEach, expect, test, vi } from 'vitest';
import { s3 } from '../s3.js';
import type { S3Region } from '../s3-region.js';
import { FarEnd, serviceWith } from '../testing/far-end.js';
import { answer, oneBucket } from '../testing/one-bucket.js';
import { signatureOfUrl } from '../testing/signature-v4.js';
import type { SignedUrlOptions } from './signed-url.js';

afterEach(() => {
  vi.useRealTimers();
});

const key = 'Ordner/ü 1+2.csv';

/** AWS itself, to which nothing is sent. */
function ireland(): S3Region {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  return s3({ regions: ['eu-west-1'], credentials }).at('eu-west-1');
}

function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

test('a GET is signed without a request, for a quarter of an hour, and has no headers to send', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z'), toFake: ['Date'] });
  const { url, method, headers, expires } = await ireland().bucket('example-reports').object(key).signedUrl();
  expect(url).toMatch(/^https:\/\/example-reports\.s3\.eu-west-1\.amazonaws\.com\/Ordner\/%C3%BC%201%2B2\.csv\?/);
  expect(queryOf(url)).toMatchObject({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': 'AKIDEXAMPLE/20261125/eu-west-1/s3/aws4_request',
    'X-Amz-Date': '20261125T120000Z',
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect({ method, headers, expires }).toEqual({
    method: 'GET',
    headers: {},
    expires: new Date('2026-11-25T12:15:00Z'),
  });
});

test.each<SignedUrlOptions>([
  {},
  { versionId: 'v1', answer: { contentDisposition: `attachment; filename*=UTF-8''(a)!.csv` } },
  { method: 'HEAD' },
  { method: 'DELETE' },
  { method: 'PUT', contentType: 'text/csv', size: 3, metadata: { Own: 'x' }, tags: { a: 'b c' }, ifNoneMatch: '*' },
])('the signature is that of version 4, by the book: %j', async (options) => {
  const { bucket } = oneBucket();
  const signed = await bucket.object(key).signedUrl(options);
  expect(queryOf(signed.url)['X-Amz-Signature']).toBe(signatureOfUrl(signed, 'secret'));
});

test('a PUT names the headers that have to be sent, and has no checksum of a body that is not there', async () => {
  const { bucket } = oneBucket();
  const { url, method, headers } = await bucket.object(key).signedUrl({
    method: 'PUT',
    expiresIn: 60,
    contentType: 'text/csv',
    size: 3,
    metadata: { Own: 'x' },
    tags: { a: 'b c' },
    storageClass: 'STANDARD_IA',
    encryption: 'aws:kms',
    ifNoneMatch: '*',
  });
  expect({ method, headers }).toEqual({
    method: 'PUT',
    headers: {
      'content-length': '3',
      'content-type': 'text/csv',
      'if-none-match': '*',
      'x-amz-meta-own': 'x',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-storage-class': 'STANDARD_IA',
      'x-amz-tagging': 'a=b+c',
    },
  });
  const query = queryOf(url);
  expect(query['X-Amz-SignedHeaders']?.split(';')).toEqual([...Object.keys(headers), 'host'].sort());
  expect(Object.keys(query).filter((name) => /checksum|meta|tagging/.test(name))).toEqual([]);
  expect(query['X-Amz-Expires']).toBe('60');
});

test('a GET can have the headers of its answer, a HEAD too, and a version', async () => {
  const { bucket } = oneBucket();
  const answers = { contentDisposition: 'attachment; filename="a.csv"', contentType: 'text/csv' };
  const get = await bucket.object(key).signedUrl({ answer: answers, versionId: 'v1' });
  expect(queryOf(get.url)).toMatchObject({
    'response-content-disposition': answers.contentDisposition,
    'response-content-type': 'text/csv',
    versionId: 'v1',
  });
  const head = await bucket.object(key).signedUrl({ method: 'HEAD', answer: answers });
  expect([head.method, queryOf(head.url)['response-content-type']]).toEqual(['HEAD', 'text/csv']);
  const gone = await bucket.object(key).signedUrl({ method: 'DELETE', versionId: 'v1' });
  expect([gone.method, queryOf(gone.url)['versionId']]).toEqual(['DELETE', 'v1']);
  const signatures = [get, head, gone].map(({ url }) => queryOf(url)['X-Amz-Signature']);
  expect(new Set(signatures).size).toBe(3);
});

test('the region of a bucket is found first, and signed for', async () => {
  const end = new FarEnd(serviceWith({ 'example-reports': 'ap-southeast-2' }));
  const everywhere = end.set(['us-east-1', 'ap-southeast-2']);
  const { url } = await everywhere.bucket('example-reports').object('a').signedUrl();
  expect(end.lines).toEqual(['HEAD /example-reports in us-east-1']);
  expect(new URL(url).hostname).toBe('s3.ap-southeast-2.amazonaws.com');
  expect(queryOf(url)['X-Amz-Credential']).toContain('/ap-southeast-2/s3/');
});

test('temporary credentials are in it, and end it when they end', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z'), toFake: ['Date'] });
  const expiration = new Date('2026-11-25T12:30:00Z');
  const credentials = async () => ({ accessKeyId: 'ASIA', secretAccessKey: 's', sessionToken: 'token', expiration });
  const bucket = s3({ regions: ['eu-west-1'], credentials })
    .at('eu-west-1')
    .bucket('example-reports');
  const { url, expires } = await bucket.object('a').signedUrl({ expiresIn: 3_600 });
  expect([queryOf(url)['X-Amz-Security-Token'], expires]).toEqual(['token', expiration]);
});

test('the client signs as before for its own requests', async () => {
  const { bucket, sent } = oneBucket(() => answer('', { etag: '"e"' }));
  await bucket.object('a').signedUrl({ method: 'PUT', contentType: 'text/csv' });
  await bucket.object('a').put('x');
  expect(sent[0]?.headers).toMatchObject({
    'x-amz-checksum-crc32': expect.any(String),
    authorization: expect.any(String),
  });
});

test.each([
  ['expiresIn, in seconds, is 0', { expiresIn: 0 }],
  ['from 1 to 604800', { expiresIn: 604_801 }],
  ['expiresIn, in seconds, is 1.5', { expiresIn: 1.5 }],
  ['method is "POST"', { method: 'POST' }],
  ["'contentType' is not an option", { contentType: 'text/csv' }],
  ["'versionId' is not an option", { method: 'PUT', versionId: 'v' }],
  ["'colour' is not an option", { answer: { colour: 'red' } }],
  ['has no answer', { method: 'DELETE', answer: {} }],
  ['size is -1', { method: 'PUT', size: -1 }],
  ['options are an object', null],
])('is refused: %s', async (sentence, options) => {
  const { bucket } = oneBucket();
  await expect(bucket.object('a').signedUrl(options as object)).rejects.toThrow(sentence);
});

test('seven days are the longest', async () => {
  const { bucket } = oneBucket();
  const { url } = await bucket.object('a').signedUrl({ expiresIn: 604_800 });
  expect(queryOf(url)['X-Amz-Expires']).toBe('604800');
});
