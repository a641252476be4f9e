import { ec2 } from '@proj/ec2';

const everywhere = ec2();
const unattached = { filters: { status: 'available' } };
let gibibytes = 0;
for await (const { target, value } of everywhere.paginateVolumes(unattached).items((page) => page.volumes)) {
  console.log(target.region, value.id, value.tags['Name'] ?? '(no name)');
  gibibytes += value.size ?? 0;
}
console.log(`${gibibytes} GiB in volumes that nothing uses`);
