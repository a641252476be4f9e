import type { StoredObject } from '../store/stored-object.js';
import type { Headers } from '../wire/answers.js';
import { httpDate, timestamp } from '../wire/times.js';

/** What is said of an object when it is read. */
export function objectHeaders(object: StoredObject): Headers {
  const { stamp, contentType, metadata, kept, deleteAt, manifest, link, versionId } = object;
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(metadata),
    'content-type': contentType,
    'last-modified': httpDate(stamp),
    'x-timestamp': timestamp(stamp),
    'accept-ranges': 'bytes',
    'x-delete-at': deleteAt,
    'x-static-large-object': manifest && 'True',
    'x-manifest-etag': manifest && object.etag,
    'x-object-version-id': versionId,
    'x-symlink-target': link && [link.container, link.object].map(encodeURI).join('/'),
    'x-symlink-target-account': link?.account && encodeURI(link.account),
    'x-symlink-target-etag': link?.etag,
    'x-symlink-target-bytes': link?.size,
  };
}
