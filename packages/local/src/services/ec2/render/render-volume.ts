import type { XmlWriter } from '../../../wire/xml-writer.js';
import { type Volume, volumeStatus } from '../estate/volume.js';
import { type Occasion, renderTags } from './render-tags.js';

/** A volume as EC2 describes it. */
export function renderVolume(
  xml: XmlWriter,
  volume: Volume,
  tags: ReadonlyMap<string, string>,
  occasion: Occasion,
): void {
  xml.leaf('volumeId', volume.id);
  xml.leaf('size', volume.size);
  xml.leaf('snapshotId', volume.snapshotId ?? '');
  xml.leaf('availabilityZone', volume.zone);
  xml.leaf('status', occasion === 'made' ? 'creating' : volumeStatus(volume));
  xml.leaf('createTime', volume.createdAt);
  xml.items('attachmentSet', volume.attachment ? [volume.attachment] : [], (attachment) => {
    xml.leaf('volumeId', volume.id);
    xml.leaf('instanceId', attachment.instanceId);
    xml.leaf('device', attachment.device);
    xml.leaf('status', 'attached');
    xml.leaf('attachTime', attachment.attachedAt);
    xml.leaf('deleteOnTermination', true);
  });
  renderTags(xml, tags, occasion);
  xml.leaf('volumeType', volume.type);
  xml.leaf('iops', volume.iops);
  xml.leaf('throughput', volume.throughput);
  xml.leaf('encrypted', volume.kmsKeyId !== undefined);
  xml.leaf('kmsKeyId', volume.kmsKeyId);
  xml.leaf('multiAttachEnabled', false);
}
