import type { XmlWriter } from '../../../wire/xml-writer.js';
import { type Snapshot, snapshotProgress, snapshotStatus } from '../estate/snapshot.js';
import { renderTags } from './render-tags.js';

/** A snapshot as EC2 describes it. */
export function renderSnapshot(xml: XmlWriter, snapshot: Snapshot, tags: ReadonlyMap<string, string>, now: Date): void {
  const status = snapshotStatus(snapshot, now);
  xml.leaf('snapshotId', snapshot.id);
  xml.leaf('volumeId', snapshot.volumeId);
  xml.leaf('status', status);
  xml.leaf('startTime', snapshot.startedAt);
  xml.leaf('completionTime', status === 'completed' ? snapshot.completedAt : undefined);
  xml.leaf('progress', `${snapshotProgress(snapshot, now)}%`);
  xml.leaf('ownerId', snapshot.ownerId);
  xml.leaf('ownerAlias', snapshot.ownerAlias);
  xml.leaf('volumeSize', snapshot.volumeSize);
  xml.leaf('description', snapshot.description);
  renderTags(xml, tags);
  xml.leaf('encrypted', snapshot.kmsKeyId !== undefined);
  xml.leaf('kmsKeyId', snapshot.kmsKeyId);
  xml.leaf('storageTier', 'standard');
}
