import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { SQS } from '@aws-sdk/client-sqs';
import { STS } from '@aws-sdk/client-sts';
import { sdkStreamMixin } from '@smithy/core/serde';
import { expect, test } from 'vitest';
import type { Failure, Outcome } from '../../fanout/outcome.js';
import type { Report } from '../../fanout/report.js';
import { serviceSet } from '../set/service-set.js';
import { type Answer, ec2Answer, ec2Error, jsonAnswer, newKeys, Wire } from '../testing/wire.js';
import { isUnexpectedBodyError } from './unexpected-body-error.js';

const html = '<!DOCTYPE html><html><body>Sign in to the network</body></html>';
const options = (wire: Wire, maxAttempts = 1) => ({
  regions: ['eu-west-1'],
  credentials: newKeys(),
  config: { ...wire.config, maxAttempts },
});

function only<T>({ outcomes }: Report<T>): Outcome<T> {
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.length > 1) throw new Error(`${outcomes.length} outcomes`);
  return outcome;
}

function foundBy(report: Report<unknown>): string {
  const { status, error } = only(report) as Failure;
  expect(status).toBe('failed');
  if (!isUnexpectedBodyError(error)) throw new Error('another error', { cause: error });
  return error.found;
}

const ec2 = (answer: Answer, attempts = 1) => serviceSet(EC2, options(new Wire(() => answer), attempts));
const s3 = (answer: Answer) => serviceSet(S3, options(new Wire(() => answer)));
const sqs = (answer: Answer) => serviceSet(SQS, options(new Wire(() => answer)));

test.each([
  ['a page', html, 'html'],
  ['an error envelope', ec2Error('Blocked').body as string, '<Response> with the error Blocked'],
  ['nothing', '', 'empty'],
  ['a cut body', '<DescribeVolumesResponse><volumeSet><item>', 'cut short'],
  ["another service's answer", '<ListUsersResponse/>', '<ListUsersResponse>'],
])('EC2: 200 with %s is no empty success', async (_, body, found) => {
  expect(foundBy(await ec2({ body }).describeVolumes({}).settled())).toBe(found);
});

test('EC2: what the error says names the operation, the status and what to look for', async () => {
  const { error } = only(await ec2({ body: html }).describeVolumes({}).settled()) as Failure;
  expect(error.message).toMatch(/^DescribeVolumes answered 200 .*\(html\).*proxy/);
  expect(error).toMatchObject({ operation: 'DescribeVolumes', $metadata: { httpStatusCode: 200, attempts: 1 } });
});

test('EC2: an answer with a prefix, a declaration and comments is read', async () => {
  const body =
    '<?xml version="1.0"?><!-- a > b --><DescribeVolumesResponse><nextToken>t</nextToken></DescribeVolumesResponse>';
  const outcome = only(await ec2({ body }).describeVolumes({}).settled());
  expect(outcome).toMatchObject({ status: 'ok', truncated: true });
});

test('EC2: an operation that has nothing to answer has its root to answer, and no other', async () => {
  const done = '<DeleteVolumeResponse><return>true</return></DeleteVolumeResponse>';
  expect(only(await ec2({ body: done }).deleteVolume({ VolumeId: 'v' }).settled()).status).toBe('ok');
  expect(foundBy(await ec2({ body: '' }).deleteVolume({ VolumeId: 'v' }).settled())).toBe('empty');
  expect(foundBy(await ec2({ body: html }).deleteVolume({ VolumeId: 'v' }).settled())).toBe('html');
});

test("a proxy's 502 page is retried as a server's error, and then says so", async () => {
  const wire = new Wire(() => ({ status: 502, body: html }));
  const set = serviceSet(EC2, options(wire, 3));
  const report = await set.describeVolumes({}).settled();
  expect(foundBy(report)).toBe('html');
  expect(only(report).attempts).toBe(3);
  expect(wire.sent).toHaveLength(3);
});

test.each([403, 401, 404])('a page with status %i is not the word of the service', async (status) => {
  expect(foundBy(await ec2({ status, body: html }).describeVolumes({}).settled())).toBe('html');
});

test('a page with status 429 is throttling all the same', async () => {
  const { status } = only(await ec2({ status: 429, body: html }).describeVolumes({}).settled());
  expect(status).toBe('throttled');
});

test('STS: a query service without the prefix of EC2 is checked too', async () => {
  const sts = (body: string) => serviceSet(STS, options(new Wire(() => ({ body })))).getCallerIdentity({});
  expect(foundBy(await sts(html).settled())).toBe('html');
  const body =
    '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';
  expect(await sts(body)).toMatchObject([{ Account: '1' }]);
});

test('S3: an unusual root is an answer; a page, an error and nothing are not', async () => {
  const buckets = '<Buckets><Bucket><Name>b</Name></Bucket></Buckets>';
  expect(await s3({ body: `<Unusual>${buckets}</Unusual>` }).listBuckets({})).toMatchObject([
    { Buckets: [{ Name: 'b' }] },
  ]);
  expect(foundBy(await s3({ body: html }).listBuckets({}).settled())).toBe('html');
  expect(foundBy(await s3({ body: '<ErrorResponse/>' }).listBuckets({}).settled())).toBe('<ErrorResponse>');
  expect(foundBy(await s3({ body: '' }).listBuckets({}).settled())).toBe('empty');
});

test('S3: an error with status 200 is the error that it says, as the SDK has it', async () => {
  const body = '<Error><Code>InternalError</Code><Message>m</Message></Error>';
  const failure = only(await s3({ body }).listBuckets({}).settled());
  expect(failure).toMatchObject({ status: 'failed', error: { name: 'InternalError' } });
});

test('S3: a body that is one structure is checked, too', async () => {
  const block =
    '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>';
  const ask = (body: string) => s3({ body }).getPublicAccessBlock({ Bucket: 'some-bucket' });
  expect(await ask(block)).toMatchObject([{ PublicAccessBlockConfiguration: { BlockPublicAcls: true } }]);
  expect(foundBy(await ask(html).settled())).toBe('html');
  expect(foundBy(await ask('').settled())).toBe('empty');
});

test('S3: a payload is left alone, whatever it looks like, and as the stream that it is', async () => {
  const body = sdkStreamMixin(Readable.from([Buffer.from(html)]));
  const [answer] = await s3({ body: body as never }).getObject({ Bucket: 'some-bucket', Key: 'k' });
  expect(answer?.Body).toBe(body);
  expect(await answer?.Body?.transformToString()).toBe(html);
  const [policy] = await s3({ body: html }).getBucketPolicy({ Bucket: 'some-bucket' });
  expect(policy?.Policy).toBe(html);
});

test('S3: a page instead of the error of an operation with a payload is found', async () => {
  const asked = s3({ status: 404, body: html }).getObject({ Bucket: 'some-bucket', Key: 'k' });
  expect(foundBy(await asked.settled())).toBe('html');
});

test('S3: an answer in headers alone needs no body', async () => {
  const [head] = await s3({ headers: { 'x-amz-bucket-region': 'eu-west-1' } }).headBucket({ Bucket: 'some-bucket' });
  expect(head?.BucketRegion).toBe('eu-west-1');
});

test('SQS: an empty body, a page and unrelated JSON are no empty success', async () => {
  expect(foundBy(await sqs({ body: '' }).listQueues({}).settled())).toBe('empty');
  expect(foundBy(await sqs({ body: html }).listQueues({}).settled())).toBe('html');
  expect(foundBy(await sqs({ body: '{"message":"proxy"}' }).listQueues({}).settled())).toMatch(/^JSON without/);
});

test('SQS: an answer that names its request, or has a known member, is one', async () => {
  expect(await sqs(jsonAnswer({})).listQueues({})).toMatchObject([{}]);
  expect(await sqs({ body: '{"QueueUrls":["u"]}' }).listQueues({})).toMatchObject([{ QueueUrls: ['u'] }]);
});

test.each([
  [
    'EC2',
    'upstream connect error',
    () => ec2({ status: 502, body: 'upstream connect error' }).describeVolumes({}),
    'no XML',
  ],
  ['SQS', 'a text', () => sqs({ status: 403, body: 'forbidden' }).listQueues({}), 'no JSON'],
  ['SQS', 'XML', () => sqs({ status: 400, body: '<Response><Errors/></Response>' }).listQueues({}), '<Response>'],
])('%s: an error that is %s is not the word of the service', async (_, __, ask, found) => {
  expect(foundBy(await ask().settled())).toBe(found);
});

test('SQS: an error with status 200, a list and half an answer are no success', async () => {
  expect(
    foundBy(
      await sqs(jsonAnswer({ __type: 'com.amazonaws.sqs#Busy' }))
        .listQueues({})
        .settled(),
    ),
  ).toMatch(/Busy$/);
  expect(foundBy(await sqs(jsonAnswer([])).listQueues({}).settled())).toBe('a list');
  const cut = { ...jsonAnswer({}), body: '{"QueueUrls":["http' };
  expect(foundBy(await sqs(cut).listQueues({}).settled())).toBe('cut short');
});

test("S3: a list of errors, and EC2's form of them, are no success either", async () => {
  const error = '<Errors><Error><Code>InternalError</Code></Error></Errors>';
  for (const body of [error, `<Response>${error}</Response>`]) {
    expect(foundBy(await s3({ body }).listBuckets({}).settled())).toMatch(/with the error InternalError$/);
    expect(foundBy(await s3({ body }).deleteObject({ Bucket: 'some-bucket', Key: 'k' }).settled())).toMatch(
      /InternalError$/,
    );
  }
});

test('a paginator checks every page', async () => {
  let pages = 0;
  const wire = new Wire((sent) => (pages++ === 0 ? ec2Answer(sent, '<nextToken>t</nextToken>') : { body: html }));
  const stream = serviceSet(EC2, options(wire)).paginateDescribeVolumes({});
  const seen: string[] = [];
  for await (const { status } of stream.settled()) seen.push(status);
  expect(seen).toEqual(['ok', 'failed']);
});

test('the plain client of a region answers just as the SDK does', async () => {
  const wire = new Wire(() => ({ body: html }));
  const set = serviceSet(EC2, options(wire));
  expect(await set.at('eu-west-1').describeVolumes({})).toMatchObject({ $metadata: { httpStatusCode: 200 } });
  const checked = await set.map((client) => client.describeVolumes({})).settled();
  expect(foundBy(checked)).toBe('html');
});

test('a protocol that core does not know is left alone', async () => {
  const wire = new Wire(() => ({ body: html }));
  const client = new EC2({ region: 'eu-west-1', ...wire.config, credentials: newKeys() });
  const { protocol } = client.config;
  const unknown = Object.create(protocol, { getShapeId: { value: () => 'my.own#protocol' } });
  const set = serviceSet(EC2, { ...options(wire), config: { ...wire.config, protocol: unknown } });
  expect(await set.describeVolumes({})).toHaveLength(1);
});
