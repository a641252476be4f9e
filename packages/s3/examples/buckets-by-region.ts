import { s3 } from '@proj/s3';

const everywhere = s3(); // every region that is enabled for the account
for (const [region, buckets] of await everywhere.buckets().byRegion()) {
  console.log(region, buckets.map(({ name }) => name).join(', '));
}
