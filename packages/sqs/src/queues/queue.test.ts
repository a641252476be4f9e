import { expect, test } from 'vitest';
import type { LargeBodyStore } from '../bodies/large-body-store.js';
import { base64, json } from '../messages/codecs/codecs.js';
import { isMessage } from '../messages/message.js';
import { localQueue, localSqs } from '../testing/cloud.js';

test('a message goes there and back with all that was sent with it, and is gone when it is deleted', async () => {
  const queue = await localQueue();
  const bytes = new Uint8Array([0, 255, 7]);
  const attributes = { text: 'é', number: 1.5, big: 12n, bytes, own: { type: 'Number.float', value: '2.5' } };
  const { id, region } = await queue.send('hello', { attributes });
  const [message] = await queue.receive({ wait: 0 });
  expect(message).toMatchObject({ id, region, body: 'hello', value: 'hello', receiveCount: 1, queueUrl: queue.url });
  expect(isMessage(message)).toBe(true);
  expect(message?.attributes).toEqual({ text: 'é', number: '1.5', big: '12', bytes, own: '2.5' });
  expect(message?.sentAt).toBeInstanceOf(Date);
  await message?.delete();
  expect(await queue.counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('a message that is given back is there again, and counts how often it came', async () => {
  const queue = await localQueue();
  await queue.send('again');
  const [first] = await queue.receive({ wait: 0, visibility: 600 });
  expect(await queue.receive({ wait: 0 })).toEqual([]);
  await first?.extend(900);
  await first?.release();
  const [second] = await queue.receive({ wait: 0 });
  expect([second?.id, second?.receiveCount]).toEqual([first?.id, 2]);
});

test('bodies are what the codec says, and as they are beside it', async () => {
  const queue = await localQueue();
  const jobs = queue.with({ codec: json<{ n: number }>() });
  await jobs.send({ n: 1 });
  const [message] = await jobs.receive({ wait: 0 });
  expect([message?.value.n, message?.body]).toEqual([1, '{"n":1}']);
  await queue.with({ codec: base64 }).send('né');
  expect((await queue.receive({ wait: 0 }))[0]?.body).toBe('bsOp');
});

test('messages are deleted, and given back, ten in a request, each with its outcome', async () => {
  const { cloud, everywhere } = await localSqs();
  const queue = await everywhere.at('eu-west-1').createQueue('jobs');
  await queue.sendBatch(Array.from({ length: 25 }, (_, index) => ({ body: `${index}` })));
  const received = [];
  for (let turn = 0; turn < 3; turn += 1) received.push(...(await queue.receive({ wait: 0 })));
  expect(received).toHaveLength(25);
  const given = await queue.changeVisibilityBatch(received.slice(0, 5), 0);
  expect(given.map(({ error }) => error)).toEqual(Array(5).fill(undefined));
  const outcomes = await queue.deleteBatch([...received.slice(5), 'no such handle']);
  expect(outcomes.filter(({ error }) => error !== undefined).map(({ receiptHandle }) => receiptHandle)).toEqual([
    'no such handle',
  ]);
  expect(outcomes.at(-1)?.error).toMatchObject({
    name: 'EntryError',
    code: 'ReceiptHandleIsInvalid',
    senderFault: true,
  });
  expect(cloud.requests.count({ action: 'DeleteMessageBatch' })).toBe(3);
  expect((await queue.counts()).visible).toBe(5);
});

test('settings are numbers, dates and policies, written and read', async () => {
  const { everywhere } = await localSqs();
  const ireland = everywhere.at('eu-west-1');
  const dead = await ireland.createQueue('dead');
  const { arn: deadLetterArn } = await dead.attributes();
  const redrivePolicy = { deadLetterArn, maxReceiveCount: 3 };
  const queue = await ireland.createQueue('jobs', { attributes: { visibilityTimeout: 45, redrivePolicy } });
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' }],
  };
  await queue.setPolicy(policy);
  await queue.setAttributes({ delay: 0, retention: 86_400 });
  const told = await queue.attributes();
  expect(told).toMatchObject({ visibilityTimeout: 45, retention: 86_400, redrivePolicy, policy, isFifo: false });
  expect(told.createdAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(await queue.policy()).toEqual(policy);
  await queue.setPolicy(undefined);
  expect(await queue.policy()).toBeUndefined();
  expect((await dead.deadLetterSources()).map(({ name }) => name)).toEqual(['jobs']);
  await queue.setAttributes({ redrivePolicy: null });
  expect((await queue.attributes()).redrivePolicy).toBeUndefined();
  await queue.tag({ a: '1', b: '2' });
  await queue.untag(['a']);
  expect(await queue.tags()).toEqual({ b: '2' });
  await expect(queue.setAttributes({ delay: 901 })).rejects.toMatchObject({ name: 'OptionError' });
});

test('dead letters are moved back to where they came from, and their progress told', async () => {
  const { everywhere } = await localSqs();
  const ireland = everywhere.at('eu-west-1');
  const dead = await ireland.createQueue('dead');
  const redrivePolicy = { deadLetterArn: (await dead.attributes()).arn, maxReceiveCount: 1 };
  const queue = await ireland.createQueue('jobs', { attributes: { redrivePolicy } });
  await queue.sendBatch([{ body: 'one' }, { body: 'two' }]);
  for (const message of await queue.receive({ wait: 0 })) await message.release();
  expect(await queue.receive({ wait: 0 })).toEqual([]);
  expect((await dead.counts()).visible).toBe(2);
  const redrive = await dead.redrive();
  const seen = [];
  for await (const progress of redrive.progress({ every: 10 })) seen.push(progress);
  expect(seen.at(-1)).toMatchObject({ status: 'COMPLETED', moved: 2, failure: undefined });
  expect((await queue.receive({ wait: 0 })).map(({ body }) => body).sort()).toEqual(['one', 'two']);
  await expect(dead.redrive({ perSecond: 0 })).rejects.toMatchObject({ name: 'OptionError' });
});

test('a body that is too large lies in the store, as the extended clients put it there, and goes with its message', async () => {
  const queue = await localQueue();
  const kept = new Map<string, string>();
  const store: LargeBodyStore = {
    put: async (body) => {
      kept.set('key-1', body);
      return { bucket: 'large', key: 'key-1' };
    },
    get: async ({ key }) => kept.get(key) ?? '',
    delete: async ({ key }) => void kept.delete(key),
  };
  const large = queue.with({ bodies: { store, over: 10 } });
  await large.send('short');
  await large.send('longer than ten bytes');
  expect(kept.size).toBe(1);
  const plain = await queue.receive({ wait: 0, visibility: 0 });
  const pointer = plain.find(({ body }) => body.startsWith('['));
  expect(pointer?.body).toBe(
    '["software.amazon.payloadoffloading.PayloadS3Pointer",{"s3BucketName":"large","s3Key":"key-1"}]',
  );
  expect(pointer?.attributes).toEqual({ ExtendedPayloadSize: '21' });
  const received = await large.receive({ wait: 0 });
  expect(received.map(({ body }) => body).sort()).toEqual(['longer than ten bytes', 'short']);
  await large.deleteBatch(received);
  expect(kept.size).toBe(0);
});

test('purged and deleted', async () => {
  const { everywhere } = await localSqs();
  const ireland = everywhere.at('eu-west-1');
  const queue = await ireland.createQueue('jobs');
  await queue.send('x');
  await queue.purge();
  expect((await queue.counts()).visible).toBe(0);
  await queue.deleteQueue();
  expect(await ireland.queue('jobs')).toBeUndefined();
  await expect(queue.send('x')).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
});
