import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../clock/manual-clock.js';
import { codeOf } from '../../testing/clients.js';
import { startSqs } from '../../testing/sqs.js';
import type { Caller } from '../service.js';
import { SqsService } from './sqs-service.js';

const caller: Caller = {
  account: { id: '111122223333', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } },
  region: { name: 'eu-west-1', optIn: 'opt-in-not-required' },
  requestId: 'x',
  regions: [],
  endpoint: 'http://127.0.0.1:1',
  onGone: () => () => {},
};

describe('throttling of SQS', () => {
  it('is of FIFO queues, 300 calls of each kind in a second, unless of high throughput', () => {
    const service = new SqsService(new ManualClock());
    const read = (action: string, input: object) =>
      service.read({
        method: 'POST',
        path: '/',
        query: '',
        headers: new Map([['x-amz-target', [`AmazonSQS.${action}`]]]),
        body: Buffer.from(JSON.stringify(input)),
        receivedAt: 0,
      });
    const bucket = (action: string, name?: string) => {
      const input = name === undefined ? {} : { QueueUrl: `http://127.0.0.1:1/111122223333/${name}` };
      const choice = read(action, input).bucket;
      return typeof choice === 'function' ? choice(caller) : choice;
    };
    const high = { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };
    for (const [QueueName, Attributes] of [
      ['plain', {}],
      ['low.fifo', { FifoQueue: 'true' }],
      ['high.fifo', { FifoQueue: 'true', ...high }],
    ]) {
      read('CreateQueue', { QueueName, Attributes }).answer(caller);
    }
    const unlimited = { name: 'sqs', capacity: Number.POSITIVE_INFINITY, refillPerSecond: 0 };
    expect(bucket('PurgeQueue', 'low.fifo')).toEqual({
      name: 'sqs:arn:aws:sqs:eu-west-1:111122223333:low.fifo:PurgeQueue',
      capacity: 300,
      refillPerSecond: 300,
    });
    expect(bucket('DeleteQueue', 'low.fifo').name).not.toBe(bucket('PurgeQueue', 'low.fifo').name);
    for (const name of ['plain', 'high.fifo', 'none']) expect(bucket('PurgeQueue', name)).toEqual(unlimited);
    expect(bucket('ListQueues')).toEqual(unlimited);
    expect(service.throttled()).toMatchObject({ code: 'RequestThrottled' });
  });

  it('refuses what cannot be understood as it would be without', async () => {
    const { sqs, create } = await startSqs({ throttle: true });
    expect(await codeOf(create('orders.fifo'))).toBe('no error');
    expect(await codeOf(sqs.getQueueAttributes({ QueueUrl: 'x' }))).toBe('InvalidAddress');
    expect(await codeOf(sqs.getQueueUrl({ QueueName: 'none' }))).toBe('QueueDoesNotExist');
  });
});
