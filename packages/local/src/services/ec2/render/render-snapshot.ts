import type { XmlWriter } from '../../../wire/xml-writer.js';
import { type Snapshot, snapshotProgress, snapshotStatus } from '../estate/snapshot.js';
import { type Occasion, renderTags } from './render-tags.js';

/** A snapshot as EC2 describes it at a moment; one that was just made is pending, however fast it will be. */
export function renderSnapshot(
  xml: XmlWriter,
  snapshot: Snapshot,
  tags: ReadonlyMap<string, string>,
  now: Date,
  occasion: Occasion,
): void {
  const status = occasion === 'made' ? 'pending' : snapshotStatus(snapshot, now);
  xml.leaf('snapshotId', snapshot.id);
  xml.leaf('volumeId', snapshot.volumeId);
  xml.leaf('status', status);
  xml.leaf('startTime', snapshot.startedAt);
  xml.leaf('completionTime', status === 'completed' ? snapshot.completedAt : undefined);
  xml.leaf('progress', occasion === 'made' ? '' : `${snapshotProgress(snapshot, now)}%`);
  xml.leaf('ownerId', snapshot.ownerId);
  xml.leaf('ownerAlias', snapshot.ownerAlias);
  xml.leaf('volumeSize', snapshot.volumeSize);
  xml.leaf('description', snapshot.description);
  renderTags(xml, tags, occasion);
  xml.leaf('encrypted', snapshot.kmsKeyId !== undefined);
  xml.leaf('kmsKeyId', snapshot.kmsKeyId);
  xml.leaf('storageTier', 'standard');
}
