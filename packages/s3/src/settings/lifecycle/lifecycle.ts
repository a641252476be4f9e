import type { TransitionDefaultMinimumObjectSize, TransitionStorageClass } from '@aws-sdk/client-s3';

/** When something happens to an object: days after it was written, or on a day, which begins at midnight UTC. */
export type LifecycleTime = { readonly days: number } | { readonly date: Date };

/** Which objects a rule is for: those to which all of this applies. */
export interface LifecycleFilter {
  readonly prefix?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Bytes: only what is larger. */
  readonly largerThan?: number | undefined;
  /** Bytes: only what is smaller. */
  readonly smallerThan?: number | undefined;
}

/**
 * What becomes of objects as they grow old.
 *
 * @example
 * ```ts
 * const rule: LifecycleRule = {
 *   id: 'logs',
 *   filter: { prefix: 'logs/' },
 *   transitions: [{ days: 30, storageClass: 'STANDARD_IA' }],
 *   expiration: { days: 365 },
 *   abortUploadsAfter: 7,
 * };
 * ```
 */
export interface LifecycleRule {
  /** Up to 255 characters, one rule's only. @defaultValue S3 makes one up */
  readonly id?: string | undefined;
  /** @defaultValue true */
  readonly enabled?: boolean | undefined;
  /** @defaultValue every object */
  readonly filter?: LifecycleFilter | undefined;
  /** When they are deleted; in a bucket with versions, hidden by a delete marker. `deleteMarkers` deletes markers that hide nothing. */
  readonly expiration?: LifecycleTime | { readonly deleteMarkers: true } | undefined;
  readonly transitions?: readonly (LifecycleTime & { readonly storageClass: TransitionStorageClass })[] | undefined;
  /** When older versions are deleted: days after a newer one came. `keep` spares as many of the newest of them, up to 100. */
  readonly noncurrentExpiration?: { readonly days: number; readonly keep?: number | undefined } | undefined;
  readonly noncurrentTransitions?:
    | readonly {
        readonly days: number;
        readonly keep?: number | undefined;
        readonly storageClass: TransitionStorageClass;
      }[]
    | undefined;
  /** Days after which an upload by parts is aborted that was not completed. */
  readonly abortUploadsAfter?: number | undefined;
}

/** The lifecycle of a bucket's objects. */
export interface Lifecycle {
  readonly rules: readonly LifecycleRule[];
  /** Which small objects transitions leave where they are. @defaultValue `all_storage_classes_128K` */
  readonly smallObjects?: TransitionDefaultMinimumObjectSize | undefined;
}
