import { SQSClient } from '@aws-sdk/client-sqs';
import { Consumer } from 'sqs-consumer';
import { queueName, regions } from './regions.mjs';

/** Consumers of each region's queue: one has one receive under way, and waits for its handler and its delete. */
const consumers = 8;

/**
 * sqs-consumer at its best settings: a handler for each batch, which is deleted by one request. Resolves when all have been deleted.
 * @param {import('./drain.mjs').Cloud} cloud
 * @param {number} total
 */
export function drain({ url: endpoint, credentials, account }, total) {
  let deleted = 0;
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      for (const region of regions) {
        const sqs = new SQSClient({
          region,
          endpoint,
          credentials,
          requestHandler: { httpAgent: { maxSockets: 128 } },
        });
        for (let made = 0; made < consumers; made += 1) {
          let brought = 0;
          const consumer = Consumer.create({
            sqs,
            queueUrl: `${endpoint}/${account}/${queueName}`,
            batchSize: 10,
            waitTimeSeconds: 20,
            visibilityTimeout: 120,
            handleMessageBatch: async (messages) => {
              brought = messages.length;
              return messages;
            },
          });
          consumer.on('response_processed', () => {
            deleted += brought;
            brought = 0;
            if (deleted === total) resolve();
          });
          consumer.on('error', (error) => reject(error));
          consumer.on('processing_error', (error) => reject(error));
          consumer.on('timeout_error', (error) => reject(error));
          consumer.start();
        }
      }
    })
  );
}
