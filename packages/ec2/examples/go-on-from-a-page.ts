import { ec2 } from '@proj/ec2';

const virginia = ec2().in('us-east-1');
const [first] = await virginia.paginateSnapshots({ public: true }, { pageSize: 5 }).take(1).toArray();
console.log(first?.snapshots.map(({ id }) => id));

// Later, perhaps in another process:
const paging = { pageSize: 5, startingToken: first?.nextToken };
const rest = virginia.paginateSnapshots({ public: true }, paging).items((page) => page.snapshots);
console.log(await rest.count());
