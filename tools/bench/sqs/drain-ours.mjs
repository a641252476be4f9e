import { sqs } from '@proj/sqs';
import { queueName, regions } from './regions.mjs';

/**
 * One consumer over all regions, a handler for each message. Resolves when all have been deleted.
 * @param {import('./drain.mjs').Cloud} cloud
 * @param {number} total
 */
export function drain({ url: endpoint, credentials }, total) {
  const everywhere = sqs({
    regions,
    endpoint,
    credentials,
    config: { requestHandler: { httpAgent: { maxSockets: 1_024 } } },
  });
  let deleted = 0;
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const onEvent = (/** @type {import('@proj/sqs').ConsumeEvent} */ event) => {
        if (event.type === 'deleted') deleted += event.messages;
        if (deleted === total) resolve();
      };
      const handler = async () => {};
      everywhere.consume(handler, { queue: queueName, concurrency: 320, visibility: 120, onEvent }).catch(reject);
    })
  );
}
