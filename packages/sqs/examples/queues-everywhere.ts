import { json, sqs } from '@proj/sqs';

interface Job {
  readonly order: number;
}

const everywhere = sqs(); // every region that is enabled for the account
const made = await everywhere.createQueue('jobs', { attributes: { visibilityTimeout: 120 } });
for (const queue of made) await queue.with({ codec: json<Job>() }).send({ order: 1 });

const { outcomes } = await everywhere.queues({ prefix: 'jobs' }).settled();
for (const outcome of outcomes) {
  const { region } = outcome.target;
  if (outcome.status === 'ok') for (const { name } of outcome.value) console.log(region, name);
  else console.warn(region, outcome.status, outcome.error.message);
}

for (const queue of made) {
  for (const message of await queue.with({ codec: json<Job>() }).receive({ wait: 1 })) {
    console.log(message.region, message.value.order);
    await message.delete();
  }
}
