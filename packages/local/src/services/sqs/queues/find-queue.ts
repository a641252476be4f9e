import type { SqsCall } from '../sqs-call.js';
import { noSuchQueue } from '../sqs-error.js';
import type { Queue } from './queue.js';
import type { QueueAddress } from './queue-urls.js';

/** The queue that an address means. Throws {@link ApiError} when there is none. */
export function queueAt(call: SqsCall, url: string): Queue {
  return queueNamed(call, call.urls.read(url));
}

/** The queue of this account and name. Throws {@link ApiError} when there is none. */
export function queueNamed({ queuesOf }: SqsCall, { account, name }: QueueAddress): Queue {
  const queue = queuesOf(account).get(name);
  if (!queue) throw noSuchQueue();
  return queue;
}
