import { describe, expect, it } from 'vitest';
import { startForTest } from '../../testing/clients.js';
import { createQueue, sqsClient, startSqs } from '../../testing/sqs.js';

describe('long polls', () => {
  it('answer as soon as a message comes, the oldest poll first', async () => {
    const { cloud, sqs, create } = await startSqs();
    const QueueUrl = await create('orders');
    const first = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    await cloud.requests.waitFor({ action: 'ReceiveMessage' }, 1);
    const second = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    await cloud.requests.waitFor({ action: 'ReceiveMessage' }, 2);
    await sqs.sendMessage({ QueueUrl, MessageBody: 'a' });
    expect((await first).Messages?.[0]?.Body).toBe('a');
    await sqs.sendMessage({ QueueUrl, MessageBody: 'b' });
    expect((await second).Messages?.[0]?.Body).toBe('b');
  });

  it('end with nothing when their time is over, the queue’s own time without one of theirs', async () => {
    const { cloud, sqs, clock, create } = await startSqs();
    const QueueUrl = await create('orders', { ReceiveMessageWaitTimeSeconds: '5' });
    let ended = false;
    const poll = sqs.receiveMessage({ QueueUrl }).finally(() => {
      ended = true;
    });
    await cloud.requests.waitFor({ action: 'ReceiveMessage' });
    clock.advance(4_999);
    await sqs.listQueues({});
    expect(ended).toBe(false);
    clock.advance(1);
    expect((await poll).Messages).toBeUndefined();
  });

  it('see what becomes visible by itself: delayed, returned, and of a FIFO queue freed', async () => {
    const { cloud, sqs, clock, create, bodies } = await startSqs();
    const QueueUrl = await create('orders');
    await sqs.sendMessage({ QueueUrl, MessageBody: 'late', DelaySeconds: 3 });
    const delayed = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20, VisibilityTimeout: 2 });
    await cloud.requests.waitFor({ action: 'ReceiveMessage' }, 1);
    clock.advance(3_000);
    expect((await delayed).Messages?.[0]?.Body).toBe('late');
    const returned = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    await cloud.requests.waitFor({ action: 'ReceiveMessage' }, 2);
    clock.advance(2_000);
    expect((await returned).Messages?.[0]?.Body).toBe('late');

    const fifo = await create('orders.fifo', { ContentBasedDeduplication: 'true' });
    for (const MessageBody of ['1', '2']) await sqs.sendMessage({ QueueUrl: fifo, MessageBody, MessageGroupId: 'g' });
    const one = await sqs.receiveMessage({ QueueUrl: fifo });
    const next = sqs.receiveMessage({ QueueUrl: fifo, WaitTimeSeconds: 20 });
    await cloud.requests.waitFor({ action: 'ReceiveMessage' }, 4);
    await sqs.deleteMessage({ QueueUrl: fifo, ReceiptHandle: one.Messages?.[0]?.ReceiptHandle });
    expect((await next).Messages?.[0]?.Body).toBe('2');
    expect(await bodies(fifo)).toEqual([]);
  });

  it('take nothing once their caller has left', async () => {
    const { cloud, sqs, create, bodies } = await startSqs();
    const QueueUrl = await create('orders');
    const leaving = new AbortController();
    const poll = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 }, { abortSignal: leaving.signal });
    await cloud.requests.waitFor({ action: 'ReceiveMessage' });
    leaving.abort();
    await expect(poll).rejects.toThrow();
    // The server has heard of it before it hears of this.
    await sqs.listQueues({});
    await sqs.sendMessage({ QueueUrl, MessageBody: 'a' });
    expect(await bodies(QueueUrl)).toEqual(['a']);
  });

  it('end with the cloud, and keep nothing of it', async () => {
    const cloud = await startForTest();
    const sqs = sqsClient(cloud);
    const QueueUrl = await createQueue(sqs, 'orders');
    const poll = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    const ended = expect(poll).rejects.toThrow();
    await cloud.requests.waitFor({ action: 'ReceiveMessage' });
    await cloud.close();
    await ended;
  });

  it('have their answer’s way back before them', async () => {
    const latency = 60;
    const { cloud, sqs, create } = await startSqs({ latency: (region) => (region === 'eu-west-1' ? latency : 0) });
    const QueueUrl = await create('orders');
    const poll = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 }).then(() => performance.now());
    await cloud.requests.waitFor({ action: 'ReceiveMessage' });
    const sentAt = performance.now();
    await sqs.sendMessage({ QueueUrl, MessageBody: 'a' });
    expect((await poll) - sentAt).toBeGreaterThan(latency / 2 - 5);
  });
});
