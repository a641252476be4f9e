import { may } from '../access/authorize.js';
import { accessDenied, invalidArgument, invalidRequest, noSuchBucket } from '../errors/errors.js';
import { checkSourceConditions } from '../objects/conditions.js';
import { findAny, findIn } from '../objects/find-version.js';
import { checkReadable } from '../objects/restoration.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import type { ObjectVersion } from '../store/object-version.js';

/** What is copied, and where it is from. */
export interface CopySource {
  readonly bucket: Bucket;
  readonly version: ObjectVersion;
}

/** The source that a copy names. Throws an S3Error when it is not there, may not be read, or is not as it should be. */
export function copySource(call: S3Call): CopySource {
  const { name, key, versionId } = readSource(call.header('x-amz-copy-source') ?? '');
  const bucket = call.store.buckets.find(name);
  if (!bucket) throw noSuchBucket(name);
  const expected = call.header('x-amz-source-expected-bucket-owner');
  if (expected !== undefined && expected !== bucket.owner) throw accessDenied();
  const asking = { account: call.account, query: (param: string) => (param === 'versionId' ? versionId : undefined) };
  const needs = { action: 's3:GetObject', grant: { of: 'object', permission: 'READ' } } as const;
  if (!may(asking, bucket, key, needs)) throw accessDenied();
  if (versionId !== undefined && findAny(bucket, key, versionId)?.deleteMarker) throw namesMarker();
  const version = findIn(call, bucket, key, versionId);
  checkSourceConditions(call, version);
  checkReadable(version, call.now);
  return { bucket, version };
}

/** `/bucket/key?versionId=id`, percent-encoded, with or without the slash. */
function readSource(text: string): { name: string; key: string; versionId: string | undefined } {
  const [path = '', versionId] = text.split(/\?versionId=(?=[^?]*$)/);
  const [, name, key] = /^\/?([^/]+)\/(.+)$/s.exec(decoded(path)) ?? [];
  if (name === undefined || key === undefined) throw badSource(text);
  return { name, key, versionId };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    throw badSource(text);
  }
}

function badSource(text: string): Error {
  const message = 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey';
  return invalidArgument(message, 'x-amz-copy-source', text);
}

function namesMarker(): Error {
  return invalidRequest('The source of a copy request may not specifically refer to a delete marker by version id.');
}
