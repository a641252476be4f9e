import { versioningOf } from '../buckets/versioning.js';
import { preconditionFailed } from '../errors/errors.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import type { ObjectVersion } from '../store/object-version.js';
import { namesEtag } from './etag.js';
import { checkVersionId } from './find-version.js';
import { putMarker } from './put-version.js';

/** What is to be deleted. */
export interface Removal {
  readonly key: string;
  readonly versionId: string | undefined;
  /** ETags of which it must have one, if it is there. */
  readonly match: string | undefined;
}

/** What a deletion did: it removed a version, which may have been a marker, or put a marker. */
export interface Removed {
  readonly marker: boolean;
  readonly versionId: string | undefined;
}

/** Deletes an object, or one version of it. What is not there is deleted already. */
export function remove(call: S3Call, bucket: Bucket, { key, versionId, match }: Removal): Removed {
  const { objects } = bucket;
  const named = versionId === undefined ? objects.latest(key) : objects.version(key, versionId);
  checkMatch(named, match);
  if (versionId !== undefined) {
    checkVersionId(versionId);
    if (named) objects.remove(named);
    return { marker: named?.deleteMarker ?? false, versionId };
  }
  if (versioningOf(bucket) === undefined) {
    if (named) objects.remove(named);
    return { marker: false, versionId: undefined };
  }
  return { marker: true, versionId: putMarker(call, bucket, key).versionId };
}

function checkMatch(version: ObjectVersion | undefined, match: string | undefined): void {
  if (match === undefined) return;
  if (!version || version.deleteMarker || !namesEtag(match, version.etag)) throw preconditionFailed('If-Match');
}
