import { s3 } from '@proj/s3';

const everywhere = s3(); // every region that is enabled for the account
const { outcomes, missing } = await everywhere.buckets().settled();
for (const outcome of outcomes) {
  const { region } = outcome.target;
  if (outcome.status === 'ok') for (const { id } of outcome.value) console.log(region, id);
  else console.warn(region, outcome.status, outcome.error.message);
}
console.log(missing.length === 0 ? 'nothing is missing' : `missing: ${missing.map(({ region }) => region).join(', ')}`);
