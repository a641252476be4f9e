import type { SharedResource } from './shared-resource.js';

/** An EBS snapshot. */
export interface Snapshot extends SharedResource {
  readonly volumeId: string;
  /** GiB. */
  readonly volumeSize: number;
  readonly description: string;
  /** The key that it is encrypted with, if it is. */
  readonly kmsKeyId: string | undefined;
  readonly startedAt: Date;
  readonly completedAt: Date;
}

/** How far the snapshot has come, in percent. */
export function snapshotProgress(snapshot: Snapshot, now: Date): number {
  const whole = snapshot.completedAt.getTime() - snapshot.startedAt.getTime();
  const done = now.getTime() - snapshot.startedAt.getTime();
  return now >= snapshot.completedAt ? 100 : Math.min(99, Math.floor((100 * done) / whole));
}

/** `pending` until its copying is over. */
export function snapshotStatus(snapshot: Snapshot, now: Date): 'pending' | 'completed' {
  return now >= snapshot.completedAt ? 'completed' : 'pending';
}
