import { ec2 } from '@proj/ec2';

const everywhere = ec2();
const volumes = () => everywhere.paginateVolumes({}, { pageSize: 500 }).items((page) => page.volumes);

for await (const { value } of volumes().sorted((a, b) => a.region.localeCompare(b.region))) {
  console.log(String(value)); // region after region, as their pages come
}
const largest = (await volumes().toArray()).toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0)).slice(0, 10);
console.log(largest.map(({ id, region, size }) => `${id} in ${region}: ${size} GiB`));
