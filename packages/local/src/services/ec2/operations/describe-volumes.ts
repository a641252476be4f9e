import { type Volume, volumeStatus } from '../estate/volume.js';
import { compileFilters, type FilterFields } from '../filters/compile-filters.js';
import { cutPage, refusePagedIds } from '../paging.js';
import { renderVolume } from '../render/render-volume.js';
import type { Ec2Operation } from './operation.js';
import { volumeWords } from './resource-ids.js';
import { ownedBy, select, tagsOf } from './select.js';

const fields: FilterFields<Volume> = new Map<string, (volume: Volume) => string | undefined>([
  ['volume-id', ({ id }) => id],
  ['status', volumeStatus],
  ['size', ({ size }) => String(size)],
  ['volume-type', ({ type }) => type],
  ['encrypted', ({ kmsKeyId }) => String(kmsKeyId !== undefined)],
  ['snapshot-id', ({ snapshotId }) => snapshotId ?? ''],
  ['availability-zone', ({ zone }) => zone],
  ['create-time', ({ createdAt }) => createdAt.toISOString()],
  ['multi-attach-enabled', () => 'false'],
  ['attachment.instance-id', ({ attachment }) => attachment?.instanceId],
  ['attachment.device', ({ attachment }) => attachment?.device],
  ['attachment.status', ({ attachment }) => attachment && 'attached'],
]);

/** The caller's volumes. */
export const describeVolumes: Ec2Operation = {
  name: 'DescribeVolumes',
  parameters: ['VolumeId', 'Filter', 'MaxResults', 'NextToken'],
  run(call) {
    const ids = call.parameters.list('VolumeId');
    refusePagedIds(call, ids, 'volumeSet');
    const passes = compileFilters(call.parameters, fields, tagsOf(call));
    const found = select({ from: call.estate.volumes, ids, words: volumeWords, visible: ownedBy(call), passes });
    const page = cutPage(call, { action: 'DescribeVolumes', over: 'clamp' }, found);
    return (xml) => {
      xml.items('volumeSet', page.rows, (volume) => renderVolume(xml, volume, tagsOf(call)(volume), 'described'));
      xml.leaf('nextToken', page.nextToken);
    };
  },
};
