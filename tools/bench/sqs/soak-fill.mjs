import { sqs } from '@proj/sqs';
import { regions } from './regions.mjs';
import { fifo, groups, names, standard } from './soak-plan.mjs';

/** Makes the queues of a soak and fills them. @param {import('./drain.mjs').Cloud} cloud */
export async function fillForSoak({ url: endpoint, credentials }) {
  const config = { requestHandler: { httpAgent: { maxSockets: 512 } } };
  const everywhere = sqs({ regions, endpoint, credentials, config });
  try {
    const plain = await everywhere.createQueue(names.standard);
    const ordered = await everywhere.createQueue(names.fifo);
    await Promise.all([
      ...[...plain].map((queue) => queue.sendBatch(messages(), { concurrency: 16 })),
      ...[...ordered].map((queue) => queue.sendBatch(groupedMessages(), { concurrency: 16 })),
    ]);
  } finally {
    await everywhere[Symbol.asyncDispose]();
  }
}

function* messages() {
  for (let made = 0; made < standard; made += 1) yield { body: String(made) };
}

/** A group's messages are numbered from 0 on. */
function* groupedMessages() {
  for (let made = 0; made < fifo; made += 1) {
    const body = String(Math.floor(made / groups));
    yield { body, groupId: `g${made % groups}`, deduplicationId: String(made) };
  }
}

/** How many messages are in the queues, visible or not. @param {import('./drain.mjs').Cloud} cloud */
export async function countLeft({ url: endpoint, credentials }) {
  const everywhere = sqs({ regions, endpoint, credentials });
  try {
    const found = await Promise.all(Object.values(names).map((name) => everywhere.queue(name)));
    const queues = found.flatMap((all) => [...all]).filter((queue) => queue !== undefined);
    const counts = await Promise.all(queues.map((queue) => queue.counts()));
    return counts.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0);
  } finally {
    await everywhere[Symbol.asyncDispose]();
  }
}
