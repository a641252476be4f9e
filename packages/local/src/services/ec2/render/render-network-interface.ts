import type { XmlWriter } from '../../../wire/xml-writer.js';
import type { Instance } from '../estate/instance.js';
import { renderGroups } from './render-groups.js';

/** The one network interface of an instance. */
export function renderNetworkInterface(xml: XmlWriter, instance: Instance, privateDnsName: string): void {
  xml.leaf('networkInterfaceId', instance.networkInterfaceId);
  xml.leaf('subnetId', instance.subnetId);
  xml.leaf('vpcId', instance.vpcId);
  xml.leaf('description', '');
  xml.leaf('ownerId', instance.ownerId);
  xml.leaf('status', 'in-use');
  xml.leaf('privateIpAddress', instance.privateIp);
  xml.leaf('privateDnsName', privateDnsName);
  xml.leaf('sourceDestCheck', true);
  renderGroups(xml, instance);
  xml.branch('attachment', () => {
    xml.leaf('attachmentId', instance.networkInterfaceId.replace('eni-', 'eni-attach-'));
    xml.leaf('deviceIndex', 0);
    xml.leaf('status', 'attached');
    xml.leaf('attachTime', instance.launchedAt);
    xml.leaf('deleteOnTermination', true);
  });
  xml.items('privateIpAddressesSet', [instance.privateIp], (ip) => {
    xml.leaf('privateIpAddress', ip);
    xml.leaf('privateDnsName', privateDnsName);
    xml.leaf('primary', true);
  });
  xml.leaf('interfaceType', 'interface');
}
