import type { XmlWriter } from '../../../wire/xml-writer.js';
import { type Image, imageLocation, imageState, rootDeviceType } from '../estate/image.js';
import { renderTags } from './render-tags.js';

/** An image as EC2 describes it at a moment. */
export function renderImage(xml: XmlWriter, image: Image, tags: ReadonlyMap<string, string>, now: Date): void {
  xml.leaf('imageId', image.id);
  xml.leaf('imageLocation', imageLocation(image));
  xml.leaf('imageState', imageState(image, now));
  xml.leaf('imageOwnerId', image.ownerId);
  xml.leaf('creationDate', image.createdAt);
  xml.leaf('isPublic', image.grants.public);
  if (image.productCodes.length > 0) renderProductCodes(xml, image);
  xml.leaf('architecture', image.architecture);
  xml.leaf('imageType', 'machine');
  xml.leaf('platformDetails', 'Linux/UNIX');
  xml.leaf('usageOperation', 'RunInstances');
  xml.leaf('imageOwnerAlias', image.ownerAlias);
  xml.leaf('name', image.name);
  xml.leaf('description', image.description);
  xml.leaf('rootDeviceType', rootDeviceType(image));
  xml.leaf('rootDeviceName', image.rootDeviceName);
  renderDevices(xml, image);
  xml.leaf('virtualizationType', image.virtualization);
  renderTags(xml, tags, 'described');
  xml.leaf('hypervisor', 'xen');
  xml.leaf('enaSupport', image.enaSupport);
  xml.leaf('sriovNetSupport', 'simple');
  xml.leaf('bootMode', image.bootMode);
  xml.leaf('imdsSupport', image.imdsSupport);
  xml.leaf('deprecationTime', image.deprecatedAt);
}

/** The product codes, as descriptions and attributes both show them. */
export function renderProductCodes(xml: XmlWriter, { productCodes }: Image): void {
  xml.items('productCodes', productCodes, (code) => {
    xml.leaf('productCode', code);
    xml.leaf('type', 'marketplace');
  });
}

function renderDevices(xml: XmlWriter, { devices }: Image): void {
  xml.items('blockDeviceMapping', devices, (device) => {
    xml.leaf('deviceName', device.name);
    xml.branch('ebs', () => {
      xml.leaf('snapshotId', device.snapshotId);
      xml.leaf('volumeSize', device.volumeSize);
      xml.leaf('deleteOnTermination', device.deleteOnTermination);
      xml.leaf('volumeType', device.volumeType);
      xml.leaf('encrypted', device.encrypted);
    });
  });
}
