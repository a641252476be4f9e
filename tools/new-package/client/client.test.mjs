import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../process/root.mjs';
import { itemsOf } from './items.mjs';
import { chooseListing, listedBy } from './operation.mjs';
import { learnPages } from './pages.mjs';
import { loadClient } from './service-client.mjs';
import { wireOf } from './wire.mjs';

/** @typedef {import('./service-client.mjs').ServiceClient} ServiceClient */

/** @type {{ sqs: ServiceClient, s3: ServiceClient, sts: ServiceClient, ec2: ServiceClient }} */
const clients = /** @type {never} */ ({});
beforeAll(async () => {
  for (const name of /** @type {const} */ (['sqs', 's3', 'sts', 'ec2'])) {
    clients[name] = await loadClient(root, `@aws-sdk/client-${name}`);
  }
});

/** @param {ServiceClient} client @param {string} [list] @param {string} [id] */
async function learn(client, list, id) {
  const operation = chooseListing(client, list);
  const items = itemsOf(operation, { thing: listedBy(operation), id });
  const pages = await learnPages(client, operation);
  return { operation, items, pages };
}

test('a client says what it is', () => {
  const { className, serviceId, protocol, version } = clients.sqs;
  expect([className, serviceId, protocol]).toEqual(['SQS', 'SQS', 'awsJson1_0']);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('SQS lists texts, by tokens and sizes that its paginator knows', async () => {
  const { operation, items, pages } = await learn(clients.sqs);
  expect([operation.name, listedBy(operation)]).toEqual(['ListQueues', 'Queue']);
  expect(items).toEqual({ list: 'QueueUrls', type: undefined, id: undefined });
  expect(pages).toEqual({ sizeIn: 'MaxResults', tokenIn: 'NextToken', tokenOut: 'NextToken' });
  expect(wireOf('awsJson1_0', operation, items, pages)).toMatchObject({
    format: 'json',
    words: { sizeWire: 'MaxResults', tokenInWire: 'NextToken', listWire: 'QueueUrls', jsonItem: 'id' },
  });
});

test('S3 lists structures, with other names on the wire than in the SDK', async () => {
  const { operation, items, pages } = await learn(clients.s3, 'listBuckets');
  expect(items).toEqual({ list: 'Buckets', type: 'Bucket', id: 'Name' });
  expect(pages).toEqual({ sizeIn: 'MaxBuckets', tokenIn: 'ContinuationToken', tokenOut: 'ContinuationToken' });
  expect(wireOf('restXml', operation, items, pages)).toEqual({
    format: 'xml',
    words: {
      contentType: 'application/xml',
      sizeWire: 'max-buckets',
      tokenInWire: 'continuation-token',
      tokenOutWire: 'ContinuationToken',
      listWire: 'Buckets',
      answerBegin: '<ListAllMyBucketsResult>',
      answerEnd: '</ListAllMyBucketsResult>',
      listBegin: '<Buckets>',
      listEnd: '</Buckets>',
      itemBegin: '<Bucket><Name>',
      itemEnd: '</Name></Bucket>',
    },
  });
});

test('a query protocol wraps its answers: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html', async () => {
  const { operation, items, pages } = await learn(clients.s3, 'listBuckets');
  const { words } = wireOf('awsQuery', operation, items, pages);
  expect([words['answerBegin'], words['answerEnd']]).toEqual([
    '<ListBucketsResponse><ListBucketsResult>',
    '</ListBucketsResult></ListBucketsResponse>',
  ]);
});

describe('what the template cannot is refused with a sentence', () => {
  test.each([
    ['sts', undefined, 'no operation that lists something in pages'],
    ['s3', undefined, 'one of listBuckets, listDirectoryBuckets'],
    ['s3', 'listParts', "has no 'listParts' that pages without a required member"],
    ['s3', 'listNothing', "has no 'listNothing'"],
    ['ec2', 'describeInstances', 'Which member names an item of Reservations?'],
  ])('%s, listing %s', async (name, list, sentence) => {
    await expect(learn(clients[/** @type {keyof typeof clients} */ (name)], list)).rejects.toThrow(sentence);
  });

  test('a member that names nothing', async () => {
    await expect(learn(clients.s3, 'listBuckets', 'Nom')).rejects.toThrow('one of Name, BucketRegion, BucketArn');
  });

  test('a client that nobody pinned', async () => {
    const name = '@aws-sdk/client-nothing';
    await expect(loadClient(root, name)).rejects.toThrow(`npm install --save-dev --save-exact ${name}`);
  });

  test('a protocol that the tests do not speak', async () => {
    const { operation, items, pages } = await learn(clients.sqs);
    expect(() => wireOf('ec2Query', operation, items, pages)).toThrow('do not speak ec2Query yet');
  });
});
