import type { Estate } from '../estate/estate.js';
import { Random } from '../estate/random.js';
import type { Vpc } from '../estate/vpc.js';

/** The account's default VPC. */
export function seedVpc(estate: Estate, account: string): Vpc {
  const random = new Random(`vpc of ${account} in ${estate.region}`);
  return estate.vpcs.add({
    id: random.id('vpc'),
    ownerId: account,
    cidrBlock: '172.31.0.0/16',
    dhcpOptionsId: random.id('dopt'),
    associationId: random.id('vpc-cidr-assoc'),
  });
}
