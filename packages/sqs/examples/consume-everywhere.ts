import { sqs } from '@proj/sqs';

const everywhere = sqs();
for (const queue of await everywhere.createQueue('orders')) await queue.sendBatch([{ body: '1' }, { body: '2' }]);

const ending = new AbortController();
process.once('SIGTERM', () => ending.abort());

let handled = 0;
const report = await everywhere.consume(
  async (message, { signal }) => {
    signal.throwIfAborted();
    console.log('handled', message.body);
    handled += 1;
    if (handled === 4) ending.abort(); // a service would go on until it is told to end
  },
  {
    queue: 'orders', // in every region that has it
    concurrency: 20,
    wait: 1,
    signal: ending.signal,
    retryAfter: ({ receiveCount }) => Math.min(900, 2 ** receiveCount),
    onEvent: (event) => {
      if (event.type === 'regionFailed') console.warn(event.region, event.error, event.retryIn);
    },
  },
);
console.log(report.deleted, report.returned, report.lost);
