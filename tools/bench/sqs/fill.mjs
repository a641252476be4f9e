import { sqs } from '@proj/sqs';
import { queueName, regions } from './regions.mjs';

const body = 'x'.repeat(1_024);

/**
 * Puts so many messages of 1 KiB into a queue of each region.
 * @param {import('./drain.mjs').Cloud} cloud
 * @param {number} each
 */
export async function fill({ url: endpoint, credentials }, each) {
  const everywhere = sqs({
    regions,
    endpoint,
    credentials,
    config: { requestHandler: { httpAgent: { maxSockets: 512 } } },
  });
  try {
    const queues = await everywhere.createQueue(queueName, { attributes: { visibilityTimeout: 120 } });
    await Promise.all([...queues].map((queue) => queue.sendBatch(messages(each), { concurrency: 32 })));
  } finally {
    await everywhere[Symbol.asyncDispose]();
  }
}

/** @param {number} count */
function* messages(count) {
  for (let made = 0; made < count; made += 1) yield { body };
}
