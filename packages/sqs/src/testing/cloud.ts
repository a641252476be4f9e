import { type LocalCloud, startLocalCloud } from '@proj/local';
import { onTestFinished } from 'vitest';
import type { CreateQueueOptions } from '../creating/create-queue.js';
import type { Queue } from '../queues/queue.js';
import { type SqsOptions, type SqsSet, sqs } from '../sqs.js';

export const regions: readonly string[] = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];

/** A local SQS in three regions that ends with the test, and a set over it. */
export async function localSqs(
  more: SqsOptions = {},
): Promise<{ readonly cloud: LocalCloud; readonly everywhere: SqsSet }> {
  const cloud = await startLocalCloud({ regions, seed: 'none' });
  onTestFinished(() => cloud.close());
  const { url: endpoint, credentials } = cloud;
  const everywhere = sqs({ regions, endpoint, credentials, config: { maxAttempts: 1 }, ...more });
  onTestFinished(() => everywhere[Symbol.asyncDispose]());
  return { cloud, everywhere };
}

/** A new queue of a local SQS in Ireland. */
export async function localQueue(name = 'jobs', options: CreateQueueOptions = {}): Promise<Queue> {
  const { everywhere } = await localSqs();
  return everywhere.at('eu-west-1').createQueue(name, options);
}
