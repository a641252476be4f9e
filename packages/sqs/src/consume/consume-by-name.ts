import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceSet } from '@proj/core';
import { SqsError } from '../errors/sqs-error.js';
import type { Queue } from '../queues/queue.js';
import type { SqsRegion } from '../sqs-region.js';
import type { Run } from './consume.js';
import type { Consumer } from './consumer.js';
import { pauseAfter } from './pause.js';

/** Consumes the queue of a name in every region that has it. A region that cannot say whether it has it is asked again until it can. */
export function overRegions<T>(set: ServiceSet<SqsRegion>, name: string, read: (queue: Queue) => Queue<T>): Run<T> {
  return async (make, signal) => {
    const { outcomes } = await set.queue(name).settled();
    const found = outcomes.flatMap((outcome) => (outcome.status === 'ok' && outcome.value ? [outcome.value] : []));
    const unsure = outcomes.filter(({ status }) => !['ok', 'notEnabled', 'notSupported'].includes(status));
    if (found.length === 0 && unsure.length === 0) {
      throw new SqsError(
        `no region has a queue ${JSON.stringify(name)}: make it by createQueue(), or see whether the name is right`,
      );
    }
    const consumer = make(found.map(read));
    const looking = unsure.map(({ target }) => keepLooking(consumer, set.at(target.region), { name, read, signal }));
    const report = await consumer.run();
    await Promise.all(looking);
    return report;
  };
}

async function keepLooking<T>(
  consumer: Consumer<T>,
  region: SqsRegion,
  {
    name,
    read,
    signal,
  }: { readonly name: string; read(queue: Queue): Queue<T>; readonly signal: AbortSignal | undefined },
): Promise<void> {
  for (let failures = 1; !signal?.aborted; failures += 1) {
    try {
      const queue = await region.queue(name, { signal });
      if (queue !== undefined && !signal?.aborted) consumer.add(read(queue));
      return;
    } catch (error) {
      const retryIn = pauseAfter(failures);
      if (!signal?.aborted) consumer.missed(name, region.region, error, retryIn);
      await wait(retryIn, undefined, { signal }).catch(() => 'it ends');
    }
  }
}
