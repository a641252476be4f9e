/** Eight regions, with so many buckets in each, and so many requests at once in each round. */
export const regions = [
  ...['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'],
  ...['ap-southeast-2', 'ap-northeast-1', 'sa-east-1', 'ca-central-1'],
];
const each = 5;
export const total = 10_000;
const width = 200;

/** The buckets, one region after the other. */
export const buckets = Array.from({ length: regions.length * each }, (_, index) => ({
  name: `bucket-${index}`,
  region: regions[index % regions.length] ?? '',
}));

/**
 * Asks for an object of each bucket in turn, so many at once.
 * @param {(bucket: string) => Promise<unknown>} ask
 */
export async function askAll(ask) {
  let next = 0;
  let failed = 0;
  const work = async () => {
    while (next < total) {
      const { name } = buckets[next % buckets.length] ?? { name: '' };
      next += 1;
      await ask(name).catch(() => {
        failed += 1;
      });
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return failed;
}
