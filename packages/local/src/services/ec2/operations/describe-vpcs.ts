import type { Vpc } from '../estate/vpc.js';
import { compileFilters, type FilterFields } from '../filters/compile-filters.js';
import { cutPage } from '../paging.js';
import { renderVpc } from '../render/render-vpc.js';
import type { Ec2Operation } from './operation.js';
import { vpcWords } from './resource-ids.js';
import { ownedBy, select, tagsOf } from './select.js';

const fields: FilterFields<Vpc> = new Map<string, (vpc: Vpc) => string>([
  ['vpc-id', ({ id }) => id],
  ['owner-id', ({ ownerId }) => ownerId],
  ['cidr', ({ cidrBlock }) => cidrBlock],
  ['cidr-block-association.cidr-block', ({ cidrBlock }) => cidrBlock],
  ['dhcp-options-id', ({ dhcpOptionsId }) => dhcpOptionsId],
  ['is-default', () => 'true'],
  ['state', () => 'available'],
]);

/** The caller's VPCs: its default one in each region. */
export const describeVpcs: Ec2Operation = {
  name: 'DescribeVpcs',
  parameters: ['VpcId', 'Filter', 'MaxResults', 'NextToken'],
  run(call) {
    const ids = call.parameters.list('VpcId');
    const passes = compileFilters(call.parameters, fields, tagsOf(call));
    const found = select({ from: call.estate.vpcs, ids, words: vpcWords, visible: ownedBy(call), passes });
    const page = cutPage(call, { action: 'DescribeVpcs', over: 'refuse' }, found);
    return (xml) => {
      xml.items('vpcSet', page.rows, (vpc) => renderVpc(xml, vpc, tagsOf(call)(vpc)));
      xml.leaf('nextToken', page.nextToken);
    };
  },
};
