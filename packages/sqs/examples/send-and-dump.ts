import { isSendBatchError, sqs } from '@proj/sqs';

const file = process.argv[2] ?? 'jobs.ndjson';
const ireland = sqs().at('eu-west-1');
const queue = await ireland.createQueue('jobs.fifo', { attributes: { contentBasedDeduplication: true } });

async function* orders() {
  for (let order = 1; order <= 25; order += 1) yield { body: `order ${order}`, groupId: `customer-${order % 3}` };
}
try {
  console.log((await queue.sendBatch(orders())).sent);
} catch (error) {
  if (!isSendBatchError(error)) throw error;
  for (const { index, error: why } of error.report.failures) console.error(index, why.message);
}

console.log((await queue.dump(file, { wait: 0 })).messages);
const other = await ireland.createQueue('other.fifo', { attributes: { contentBasedDeduplication: true } });
console.log((await other.load(file)).sent);
