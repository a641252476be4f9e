import { may } from '../access/authorize.js';
import { versioningOf } from '../buckets/versioning.js';
import { accessDenied, invalidArgument, methodNotAllowed, noSuchKey, noSuchVersion } from '../errors/errors.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import type { ObjectVersion } from '../store/object-version.js';

/** The object that a call reads, or the version that it names. Throws an S3Error when it is not there, or is a delete marker. */
export function findVersion(call: S3Call): ObjectVersion {
  return findIn(call, call.bucket, call.key, call.query('versionId'));
}

/** The same, of a bucket and a key that are told by something else, as a copy's source. */
export function findIn(call: S3Call, bucket: Bucket, key: string, versionId: string | undefined): ObjectVersion {
  const version = findAny(bucket, key, versionId);
  if (version && !version.deleteMarker) return version;
  if (version && versionId !== undefined) {
    const modified = new Date(version.modified).toUTCString();
    throw methodNotAllowed(call.parts.request.method, {
      ...markerHeaders(version),
      'last-modified': modified,
      allow: 'DELETE',
    });
  }
  // Who may not list is not told what is missing.
  const needs = { action: 's3:ListBucket', grant: { of: 'bucket', permission: 'READ' } } as const;
  const asking = { account: call.account, query: () => undefined };
  if (!may(asking, bucket, '', needs)) throw accessDenied();
  throw noSuchKey(key, version ? { headers: markerHeaders(version) } : {});
}

/** A version, delete markers among them, or the newest. Throws an S3Error for an id that none has. */
export function findAny(bucket: Bucket, key: string, versionId: string | undefined): ObjectVersion | undefined {
  if (versionId === undefined) return bucket.objects.latest(key);
  if (versionId === '') throw invalidArgument('Version id cannot be the empty string', 'versionId', '');
  const version = bucket.objects.version(key, versionId);
  if (!version) {
    checkVersionId(versionId);
    throw noSuchVersion(key, versionId);
  }
  return version;
}

/** Throws an S3Error for what cannot be the id of a version. */
export function checkVersionId(versionId: string): void {
  if (!/^[\w.+/=-]{1,1024}$/.test(versionId)) {
    throw invalidArgument('Invalid version id specified', 'versionId', versionId);
  }
}

/** The header that names a version, in a bucket that keeps some. */
export function versionHeader(bucket: Bucket, version: ObjectVersion): Record<string, string> {
  return versioningOf(bucket) === undefined ? {} : { 'x-amz-version-id': version.versionId };
}

function markerHeaders({ versionId }: ObjectVersion): Record<string, string> {
  return { 'x-amz-delete-marker': 'true', 'x-amz-version-id': versionId };
}
