import { objectOwner } from '../access/given-acl.js';
import { versioningOf } from '../buckets/versioning.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import type { ObjectVersion } from '../store/object-version.js';

/** What of a version is told by what was sent. */
export type Sent = Pick<
  ObjectVersion,
  'headers' | 'storageClass' | 'tags' | 'acl' | 'size' | 'etag' | 'checksum' | 'parts'
>;

/** Puts an object, as a version of its own or in place of the one before. */
export function putVersion(call: S3Call, bucket: Bucket, sent: Sent): ObjectVersion {
  const version: ObjectVersion = {
    ...sent,
    ...call.store.newVersion(versioningOf(bucket) === 'Enabled'),
    key: call.key,
    deleteMarker: false,
    modified: call.modified,
    owner: objectOwner(call, bucket),
    restored: undefined,
  };
  bucket.objects.add(version);
  return version;
}

/** Puts a delete marker. */
export function putMarker(call: S3Call, bucket: Bucket, key: string): ObjectVersion {
  const version: ObjectVersion = {
    ...call.store.newVersion(versioningOf(bucket) === 'Enabled'),
    key,
    deleteMarker: true,
    modified: call.modified,
    owner: bucket.owner,
    restored: undefined,
    headers: {},
    storageClass: 'STANDARD',
    tags: [],
    acl: [],
    size: 0,
    etag: '',
    checksum: undefined,
    parts: [],
  };
  bucket.objects.add(version);
  return version;
}
