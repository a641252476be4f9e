import { isBudgetError } from '@proj/core/store';
import { s3 } from '@proj/s3';

const everywhere = s3();
const logs = await everywhere.createBucket('example-logs', { region: 'eu-west-1' });

// Sent to the bucket's own region, and signed for it, whatever region the set began in.
const object = logs.object('2026/11/25.json');
await object.put('{"level":"info"}', { contentType: 'application/json', ifNoneMatch: '*' });
const body = await object.get({ range: { start: 0, end: 1_023 } });
console.log(body.info.contentType, await body.text());

// What a listing does not have costs a request for each key: it does not compile without a budget.
try {
  for await (const row of logs.list({ prefix: '2026/', with: ['size', 'contentType'], budget: { maxRequests: 100 } })) {
    console.log(row.name, row.size, row.contentType);
  }
} catch (error) {
  if (!isBudgetError(error)) throw error;
  console.warn('go on behind', error.resume);
}

for await (const { name, error } of logs.deleteObjects(['2026/11/25.json'])) console.log(name, error ?? 'is gone');
await logs.delete();
