import type { XmlWriter } from '../../../wire/xml-writer.js';
import { type Instance, instanceStates } from '../estate/instance.js';
import { renderGroups } from './render-groups.js';
import { renderNetworkInterface } from './render-network-interface.js';
import { renderTags } from './render-tags.js';

/** An instance as EC2 describes it. */
export function renderInstance(
  xml: XmlWriter,
  instance: Instance,
  region: string,
  tags: ReadonlyMap<string, string>,
): void {
  xml.leaf('instanceId', instance.id);
  xml.leaf('imageId', instance.imageId);
  xml.branch('instanceState', () => {
    xml.leaf('code', instanceStates[instance.state]);
    xml.leaf('name', instance.state);
  });
  xml.leaf('privateDnsName', privateDnsName(instance, region));
  xml.leaf('dnsName', instance.publicIp ? publicDnsName(instance.publicIp, region) : '');
  xml.leaf('reason', '');
  xml.leaf('amiLaunchIndex', 0);
  xml.branch('productCodes', () => {});
  xml.leaf('instanceType', instance.type);
  xml.leaf('launchTime', instance.launchedAt);
  xml.branch('placement', () => {
    xml.leaf('availabilityZone', instance.zone);
    xml.leaf('groupName', '');
    xml.leaf('tenancy', 'default');
  });
  xml.branch('monitoring', () => xml.leaf('state', 'disabled'));
  xml.leaf('subnetId', instance.subnetId);
  xml.leaf('vpcId', instance.vpcId);
  xml.leaf('privateIpAddress', instance.privateIp);
  xml.leaf('ipAddress', instance.publicIp);
  xml.leaf('sourceDestCheck', true);
  renderGroups(xml, instance);
  renderStorage(xml, instance);
  xml.leaf('virtualizationType', 'hvm');
  xml.leaf('clientToken', '');
  renderTags(xml, tags, 'described');
  xml.leaf('hypervisor', 'xen');
  xml.items('networkInterfaceSet', [instance], () =>
    renderNetworkInterface(xml, instance, privateDnsName(instance, region)),
  );
  xml.leaf('ebsOptimized', false);
  xml.leaf('enaSupport', true);
}

function renderStorage(xml: XmlWriter, { root, launchedAt }: Instance): void {
  xml.leaf('architecture', 'x86_64');
  xml.leaf('rootDeviceType', root ? 'ebs' : 'instance-store');
  xml.leaf('rootDeviceName', root?.device);
  xml.items('blockDeviceMapping', root ? [root] : [], ({ device, volumeId }) => {
    xml.leaf('deviceName', device);
    xml.branch('ebs', () => {
      xml.leaf('volumeId', volumeId);
      xml.leaf('status', 'attached');
      xml.leaf('attachTime', launchedAt);
      xml.leaf('deleteOnTermination', true);
    });
  });
}

function privateDnsName({ privateIp }: Instance, region: string): string {
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  return `ip-${privateIp.replaceAll('.', '-')}.${domain}`;
}

function publicDnsName(ip: string, region: string): string {
  const domain = region === 'us-east-1' ? 'compute-1' : `${region}.compute`;
  return `ec2-${ip.replaceAll('.', '-')}.${domain}.amazonaws.com`;
}
