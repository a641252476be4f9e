import { describe, expect, it } from 'vitest';
import { codeOf } from '../../testing/clients.js';
import { startSqs } from '../../testing/sqs.js';

describe('throttling of SQS', () => {
  it('is of FIFO queues, 300 calls of each kind in a second, unless of high throughput', async () => {
    const { sqs, create } = await startSqs({ throttle: true });
    const refused = async (QueueUrl: string) => {
      const calls = Array.from({ length: 700 }, () => codeOf(sqs.getQueueAttributes({ QueueUrl })));
      const codes = new Set(await Promise.all(calls));
      codes.delete('no error');
      return [...codes];
    };
    const high = { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };
    expect(await refused(await create('plain'))).toEqual([]);
    expect(await refused(await create('high.fifo', high))).toEqual([]);
    const low = await create('low.fifo');
    expect(await refused(low)).toEqual(['RequestThrottled']);
    expect(await codeOf(sqs.listQueueTags({ QueueUrl: low }))).toBe('no error');
    expect(await codeOf(sqs.listQueues({}))).toBe('no error');
    expect(await codeOf(sqs.getQueueAttributes({ QueueUrl: 'x' }))).toBe('InvalidAddress');
  });
});
