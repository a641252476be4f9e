import type { Resource } from './resource.js';

/** An EBS snapshot. */
export interface Snapshot extends Resource {
  /** `amazon`, for those that Amazon publishes. */
  readonly ownerAlias: string | undefined;
  readonly volumeId: string;
  /** GiB. */
  readonly volumeSize: number;
  readonly description: string;
  /** The key that it is encrypted with, if it is. */
  readonly kmsKeyId: string | undefined;
  readonly startedAt: Date;
  readonly completedAt: Date;
  /** The accounts that may make volumes of it, besides its owner. */
  readonly sharedWith: Set<string>;
  /** Whether every account may. */
  public: boolean;
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

/** Whether an account may see the snapshot and make volumes of it. */
export function maySee(snapshot: Snapshot, account: string): boolean {
  return snapshot.ownerId === account || snapshot.public || snapshot.sharedWith.has(account);
}
