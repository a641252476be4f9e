import type { XmlWriter } from '../../../wire/xml-writer.js';
import type { Vpc } from '../estate/vpc.js';
import { renderTags } from './render-tags.js';

/** A VPC as EC2 describes it. */
export function renderVpc(xml: XmlWriter, vpc: Vpc, tags: ReadonlyMap<string, string>): void {
  xml.leaf('vpcId', vpc.id);
  xml.leaf('ownerId', vpc.ownerId);
  xml.leaf('state', 'available');
  xml.leaf('cidrBlock', vpc.cidrBlock);
  xml.items('cidrBlockAssociationSet', [vpc], ({ associationId, cidrBlock }) => {
    xml.leaf('cidrBlock', cidrBlock);
    xml.leaf('associationId', associationId);
    xml.branch('cidrBlockState', () => xml.leaf('state', 'associated'));
  });
  xml.leaf('dhcpOptionsId', vpc.dhcpOptionsId);
  renderTags(xml, tags, 'described');
  xml.leaf('instanceTenancy', 'default');
  xml.leaf('isDefault', true);
}
