import { simpledb } from '@proj/sdb';

const everywhere = simpledb(); // all regions that have SimpleDB
for (const [region, { DomainNames = [] }] of await everywhere.listDomains().byRegion()) {
  console.log(region, DomainNames.join(', '));
}
