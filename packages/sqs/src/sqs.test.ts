import { isFanOutError } from '@proj/core';
import { expect, test } from 'vitest';
import { isQueueDiffersError } from './creating/queue-differs-error.js';
import { isQueue } from './queues/queue.js';
import { sqs } from './sqs.js';
import { SqsRegion } from './sqs-region.js';
import { pageOf, refusal } from './testing/answers.js';
import { localSqs, regions } from './testing/cloud.js';
import { setOn, Wire } from './testing/wire.js';

test('a queue is made in every region, found in each, and listed by its prefix', async () => {
  const { everywhere } = await localSqs();
  const made = await everywhere.createQueue('orders-new', {
    attributes: { visibilityTimeout: 120 },
    tags: { team: 'billing' },
  });
  expect(made.map(({ region, name }) => [region, name])).toEqual(regions.map((region) => [region, 'orders-new']));
  await everywhere.at('eu-west-1').createQueue('other');
  const found = await everywhere.queue('other');
  expect(found.map((queue) => queue?.region)).toEqual([undefined, 'eu-west-1', undefined]);
  const listed = (await everywhere.queues({ prefix: 'orders-' })).flat();
  expect(listed.map(({ name }) => name)).toEqual(regions.map(() => 'orders-new'));
  expect((await everywhere.queues()).flat()).toHaveLength(4);
  expect(listed.every(isQueue)).toBe(true);
  expect(await made[0]?.tags()).toEqual({ team: 'billing' });
});

test('a queue that is there and is set the same is the one, and one that is set otherwise is a clear difference', async () => {
  const { everywhere } = await localSqs();
  const wanted = { attributes: { visibilityTimeout: 120, retention: 600 } };
  await everywhere.at('eu-west-1').createQueue('jobs', { attributes: { visibilityTimeout: 30, retention: 600 } });
  await everywhere.at('us-east-1').createQueue('jobs', wanted);
  const { outcomes } = await everywhere.createQueue('jobs', wanted).settled();
  expect(outcomes.map(({ status }) => status)).toEqual(['ok', 'failed', 'ok']);
  const [, ireland] = outcomes;
  if (ireland?.status !== 'failed' || !isQueueDiffersError(ireland.error)) return expect.unreachable(String(ireland));
  expect(ireland.error.differences).toEqual([{ setting: 'visibilityTimeout', existing: 30, wanted: 120 }]);
  expect(ireland.error.message).toBe(
    'the queue jobs in eu-west-1 is there already: its visibilityTimeout is 30, not 120; change it by setAttributes(), or take another name',
  );
  expect(ireland.error.queue.name).toBe('jobs');
});

test.each([
  ['jobs', { fifo: true }, 'jobs.fifo'],
  ['jobs.fifo', {}, 'jobs.fifo'],
  ['jobs', {}, 'jobs'],
])('%s with %j is called %s', async (name, options, whole) => {
  const { everywhere } = await localSqs();
  const queue = await everywhere.at('eu-west-1').createQueue(name, options);
  expect([queue.name, queue.isFifo]).toEqual([whole, whole.endsWith('.fifo')]);
  expect((await queue.attributes()).isFifo).toBe(queue.isFifo);
});

test.each([
  ['', {}],
  ['a b', {}],
  ['x'.repeat(81), {}],
  ['jobs.fifo', { fifo: false }],
  ['jobs', { colour: 'red' }],
  ['jobs', { attributes: { visibilityTimeout: -1 } }],
  ['jobs', { attributes: { VisibilityTimeout: 30 } }],
])('createQueue(%j, %j) is refused before a request', async (name, options) => {
  const wire = new Wire(() => pageOf([]));
  const ireland = setOn(wire, ['eu-west-1']).at('eu-west-1');
  await expect((async () => ireland.createQueue(name, options as object))()).rejects.toMatchObject({
    name: 'OptionError',
  });
  expect(wire.asked).toEqual([]);
});

test('listings ask for pages of 1,000, so that SQS says where to go on', async () => {
  const pages = () =>
    new Wire((asked) => {
      const url = `https://sqs.eu-west-1.amazonaws.com/111122223333/${asked['NextToken'] ?? 'first'}`;
      return pageOf([url], asked['NextToken'] === undefined ? 'second' : undefined);
    });
  const own = pages();
  const ireland = setOn(own, ['eu-west-1']).at('eu-west-1');
  expect((await ireland.queues()).map(({ name }) => name)).toEqual(['first', 'second']);
  expect(own.asked.map((asked) => asked['MaxResults'])).toEqual(['1000', '1000']);
  const theirs = pages();
  const stream = setOn(theirs, ['eu-west-1']).paginateListQueues({});
  expect(await stream.items((page) => page.QueueUrls).toArray()).toHaveLength(2);
  expect(theirs.asked.map((asked) => asked['MaxResults'])).toEqual(['1000', '1000']);
  const small = pages();
  for await (const _ of setOn(small, ['eu-west-1']).at('eu-west-1').paginateQueues({}, { pageSize: 5 }));
  expect(small.asked[0]?.['MaxResults']).toBe('5');
});

test('a region that refuses is missing, and what the others said is there', async () => {
  const wire = new Wire((_, region) => {
    return region === 'eu-west-1'
      ? refusal('AccessDeniedException', 403)
      : pageOf([`https://sqs.${region}.amazonaws.com/111122223333/jobs`]);
  });
  const error: unknown = await setOn(wire, regions)
    .queues()
    .then(undefined, (thrown: unknown) => thrown);
  if (!isFanOutError(error)) throw error;
  expect(error.report.failures.map(({ target, status }) => [target.region, status])).toEqual([['eu-west-1', 'denied']]);
  expect(error.report.values).toHaveLength(2);
});

test('a queue from outside is called where its address says, and signed for there', async () => {
  const hosts: (readonly [string, string])[] = [];
  const handle = async ({ hostname, headers }: { hostname: string; headers: Record<string, string> }) => {
    hosts.push([hostname, /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers['authorization'] ?? '')?.[1] ?? '']);
    const headersBack = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'r' };
    return { response: { statusCode: 200, headers: headersBack, body: new TextEncoder().encode('{}') } };
  };
  const everywhere = sqs({
    regions: ['us-east-1'],
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 's' },
    config: { requestHandler: { handle } as never },
  });
  await everywhere.queueAt('https://ap-southeast-2.queue.amazonaws.com/111122223333/jobs').receive({ wait: 0 });
  await everywhere.queueAt('arn:aws:sqs:eu-west-1:111122223333:jobs').purge();
  expect(hosts).toEqual([
    ['sqs.ap-southeast-2.amazonaws.com', 'ap-southeast-2'],
    ['sqs.eu-west-1.amazonaws.com', 'eu-west-1'],
  ]);
  expect(() => everywhere.queueAt('https://evil.example/111122223333/jobs', { region: 'eu-west-1' })).toThrow(
    'is not SQS',
  );
  expect(hosts).toHaveLength(2);
});

test('one by its address on a local cloud', async () => {
  const { everywhere, cloud } = await localSqs();
  const made = await everywhere.at('ap-southeast-2').createQueue('jobs');
  const again = everywhere.queueAt(made.url, { region: 'ap-southeast-2' });
  await again.send('hello');
  expect((await made.receive()).map(({ body }) => body)).toEqual(['hello']);
  const { arn } = await made.attributes();
  expect(arn).toBe(`arn:aws:sqs:ap-southeast-2:${cloud.accounts[0]?.id}:jobs`);
  await everywhere.queueAt(arn).send('by its ARN');
  expect((await made.receive()).map(({ body }) => body)).toEqual(['by its ARN']);
  expect(everywhere.at('eu-west-1')).toBeInstanceOf(SqsRegion);
});
