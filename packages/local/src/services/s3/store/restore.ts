import type { PieceStore } from '../../pieces/piece-store.js';
import type { Buckets } from './buckets.js';
import { type BucketNote, type PartNote, type UploadNote, unnoted, type VersionNote } from './notes.js';
import type { ObjectPart } from './object-version.js';
import type { Records } from './records.js';
import type { UploadedPart } from './upload.js';

/** Takes up what an earlier cloud noted in the same folder. Gives the number of the newest version. */
export function restore(records: Records, buckets: Buckets, pieces: PieceStore): number {
  const known = new Set<string>();
  const find = (id: string, size: number) => {
    known.add(id);
    return pieces.find(id, size);
  };
  let newest = 0;
  for (const { facts, settings } of records.all('buckets') as readonly BucketNote[]) buckets.add(facts, settings);
  for (const { bucket, version } of records.all('versions') as readonly VersionNote[]) {
    const parts = version.parts.map((part) => unnoted<ObjectPart>(part, find));
    buckets.find(bucket)?.objects.take({ ...version, parts });
    newest = Math.max(newest, version.sequence);
  }
  for (const { bucket, upload } of records.all('uploads') as readonly UploadNote[]) {
    buckets.find(bucket)?.uploads.take({ ...upload, parts: new Map() });
  }
  for (const note of records.all('parts') as readonly PartNote[]) takePart(note, buckets, find);
  pieces.sweep(known);
  return newest;
}

function takePart(
  { bucket, upload, key, part }: PartNote,
  buckets: Buckets,
  find: (id: string, size: number) => ReturnType<PieceStore['find']>,
): void {
  const uploads = buckets.find(bucket)?.uploads;
  const taken = unnoted<UploadedPart>(part, find);
  for (const one of uploads?.all() ?? []) if (one.id === upload && one.key === key) one.parts.set(taken.number, taken);
}
