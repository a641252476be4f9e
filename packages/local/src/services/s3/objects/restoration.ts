import { S3Error } from '../errors/s3-error.js';
import type { ObjectVersion } from '../store/object-version.js';

const ARCHIVES: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** Whether it lies in an archive, from which it must be brought back to be read. */
export function isArchived({ storageClass }: ObjectVersion): boolean {
  return ARCHIVES.has(storageClass);
}

/** Whether a copy of it is there for now. */
export function isRestored({ restored }: ObjectVersion, now: number): boolean {
  return restored !== undefined && restored.ready <= now && restored.expiry > now;
}

/** Whether a copy of it is on its way. */
export function isUnderWay({ restored }: ObjectVersion, now: number): boolean {
  return restored !== undefined && restored.ready > now;
}

/** Throws an S3Error for an object whose bytes cannot be had. */
export function checkReadable(version: ObjectVersion, now: number): void {
  if (!isArchived(version) || isRestored(version, now)) return;
  throw new S3Error('InvalidObjectState', "The operation is not valid for the object's storage class", 403, {
    details: { StorageClass: version.storageClass },
  });
}

/** The header that tells of the copy. */
export function restoreHeader(version: ObjectVersion, now: number): string | undefined {
  if (isUnderWay(version, now)) return 'ongoing-request="true"';
  const { restored } = version;
  if (!restored || !isRestored(version, now)) return undefined;
  return `ongoing-request="false", expiry-date="${new Date(restored.expiry).toUTCString()}"`;
}
