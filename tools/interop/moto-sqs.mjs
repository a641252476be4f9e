// Our queues and messages against moto's SQS.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isQueueDiffersError, json, sqs } from '@proj/sqs';
import { missing } from './harness/have.mjs';
import { startServer } from './harness/server.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/sqs').SqsSet} SqsSet */

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'made-up' };

export const name = 'moto-sqs';

export const needs = () => missing('moto_server', ['--help']);

/** @param {number} port */
async function answers(port) {
  return fetch(`http://127.0.0.1:${port}/moto-api/`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** @param {Report} report */
export async function run(report) {
  const server = await startServer({
    command: 'moto_server',
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    ready: answers,
  });
  const everywhere = sqs({ endpoint: server.url, credentials, regions });
  await findsQueues(report, everywhere);
  await movesMessages(report, everywhere);
  await keepsOrder(report, everywhere);
  await dumpsAndLoads(report, everywhere);
  await everywhere[Symbol.asyncDispose]();
}

/**
 * @param {Report} report
 * @param {SqsSet} everywhere
 */
async function findsQueues(report, everywhere) {
  await report.check('a queue is made in every region, found in each, and listed by its prefix', async () => {
    const made = await everywhere.createQueue('orders', {
      attributes: { visibilityTimeout: 120 },
      tags: { team: 'a' },
    });
    assert.deepEqual(
      made.map(({ region }) => region),
      regions,
    );
    await everywhere.at('eu-west-1').createQueue('other');
    assert.deepEqual(
      (await everywhere.queue('other')).map((queue) => queue?.region),
      [undefined, 'eu-west-1', undefined],
    );
    const listed = (await everywhere.queues({ prefix: 'ord' })).flat();
    assert.deepEqual(
      listed.map(({ name: of, region }) => [of, region]),
      regions.map((region) => ['orders', region]),
    );
    assert.deepEqual(await made[0]?.tags(), { team: 'a' });
  });
  await report.check('one that is there and is set otherwise is told of by its differences', async () => {
    const { failures } = await everywhere.createQueue('orders', { attributes: { visibilityTimeout: 30 } }).settled();
    assert.equal(failures.length, 3);
    const [first] = failures.map(({ error }) => (isQueueDiffersError(error) ? error.differences : error));
    assert.deepEqual(first, [{ setting: 'visibilityTimeout', existing: 120, wanted: 30 }]);
  });
  await report.check('settings are read as what they are, and changed', async () => {
    const queue = await everywhere.at('eu-west-1').createQueue('settings');
    await queue.setAttributes({ retention: 600, receiveWait: 1 });
    const { arn, retention, receiveWait, counts } = await queue.attributes();
    assert.match(arn, /^arn:aws:sqs:eu-west-1:\d{12}:settings$/);
    assert.deepEqual([retention, receiveWait, counts], [600, 1, { visible: 0, inFlight: 0, delayed: 0 }]);
  });
}

/**
 * @param {Report} report
 * @param {SqsSet} everywhere
 */
async function movesMessages(report, everywhere) {
  const ireland = everywhere.at('eu-west-1');
  await report.check('a message goes there and back with its attributes, and its digests agree', async () => {
    const queue = (await ireland.createQueue('jobs')).with({ codec: json() });
    const bytes = new Uint8Array([0, 255]);
    await queue.send({ n: 1 }, { attributes: { a: 'é', b: 2, bytes } });
    const [message] = await queue.receive({ wait: 0 });
    assert.deepEqual(message?.value, { n: 1 });
    assert.equal(message?.attributes['a'], 'é');
    await message?.delete();
    assert.equal((await queue.counts()).inFlight, 0);
  });
  await report.check('one that is given back comes again, and one that came too often is a dead letter', async () => {
    const dead = await ireland.createQueue('dead');
    const redrivePolicy = { deadLetterArn: (await dead.attributes()).arn, maxReceiveCount: 1 };
    const queue = await ireland.createQueue('failing', { attributes: { redrivePolicy } });
    await queue.send('again');
    await (await queue.receive({ wait: 0 }))[0]?.release();
    assert.deepEqual(await queue.receive({ wait: 0 }), []);
    assert.equal((await dead.counts()).visible, 1);
    assert.deepEqual(
      (await dead.deadLetterSources()).map((source) => source.name),
      ['failing'],
    );
  });
  await report.check('250 messages are sent, received and deleted in batches', async () => {
    const queue = await ireland.createQueue('many');
    const messages = Array.from({ length: 250 }, (_, index) => ({ body: `${index}` }));
    assert.equal((await queue.sendBatch(messages)).sent, 250);
    let deleted = 0;
    for (let batch = await queue.receive({ wait: 0 }); batch.length > 0; batch = await queue.receive({ wait: 0 })) {
      deleted += (await queue.deleteBatch(batch)).filter(({ error }) => error === undefined).length;
    }
    assert.equal(deleted, 250);
  });
}

/**
 * @param {Report} report
 * @param {SqsSet} everywhere
 */
async function keepsOrder(report, everywhere) {
  await report.check('a FIFO queue keeps the order of each group', async () => {
    const options = { fifo: true, attributes: { contentBasedDeduplication: true } };
    const queue = await everywhere.at('us-east-1').createQueue('ordered', options);
    const messages = Array.from({ length: 30 }, (_, index) => ({ body: `${index}`, groupId: `g${index % 3}` }));
    await queue.sendBatch(messages);
    /** @type {number[]} */
    const received = [];
    for (let batch = await queue.receive({ wait: 0 }); batch.length > 0; batch = await queue.receive({ wait: 0 })) {
      received.push(...batch.map(({ body }) => Number(body)));
      await queue.deleteBatch(batch);
    }
    for (const group of [0, 1, 2]) {
      const own = received.filter((index) => index % 3 === group);
      assert.deepEqual(
        own,
        Array.from({ length: 10 }, (_, index) => index * 3 + group),
      );
    }
  });
}

/**
 * @param {Report} report
 * @param {SqsSet} everywhere
 */
async function dumpsAndLoads(report, everywhere) {
  await report.check('a queue is dumped into a file and loaded in another region', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serviceset-sqs-'));
    const file = join(folder, 'dump.ndjson');
    const [from, to] = await Promise.all([
      everywhere.at('eu-west-1').createQueue('from'),
      everywhere.at('ap-southeast-2').createQueue('to'),
    ]);
    await from.sendBatch(Array.from({ length: 33 }, (_, index) => ({ body: `${index} é`, attributes: { n: index } })));
    assert.equal((await from.dump(file, { wait: 0 })).messages, 33);
    assert.equal(readFileSync(file, 'utf8').trimEnd().split('\n').length, 33);
    assert.equal((await to.load(file)).sent, 33);
    assert.deepEqual([(await from.counts()).visible, (await to.counts()).visible], [0, 33]);
    rmSync(folder, { recursive: true });
  });
}
