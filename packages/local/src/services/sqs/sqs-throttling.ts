import type { BucketChoice } from '../../throttling/throttle.js';
import type { Queue } from './queues/queue.js';

/** Standard queues, and FIFO queues of high throughput, take nearly any number of calls. */
const UNLIMITED = { name: 'sqs', capacity: Number.POSITIVE_INFINITY, refillPerSecond: 0 };

/**
 * The bucket that a call draws from: one for each action of each FIFO queue
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html, November 2026).
 */
export function sqsBucket(action: string, queue: Queue | undefined): BucketChoice {
  if (!queue?.settings.fifo || queue.attributes['FifoThroughputLimit'] === 'perMessageGroupId') return UNLIMITED;
  return { name: `sqs:${queue.arn}:${action}`, capacity: 300, refillPerSecond: 300 };
}
