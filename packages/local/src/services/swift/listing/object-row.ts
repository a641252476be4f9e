import type { StoredObject } from '../store/stored-object.js';
import { storagePath } from '../symlinks/symlinks.js';
import { isoTime } from '../wire/times.js';
import type { Row } from './formats.js';

/** What a listing says of an object. Of a dynamic large object it says what its manifest has, which is nothing. */
export function objectRow(object: StoredObject, account: string): Row {
  const { name, etag, piece, contentType, stamp, manifest, link } = object;
  return {
    name,
    hash: etag,
    bytes: manifest?.size ?? piece.size,
    content_type: contentType,
    last_modified: isoTime(stamp),
    slo_etag: manifest && `"${manifest.etag}"`,
    symlink_path: link && storagePath(link, account),
    symlink_etag: link?.etag,
    symlink_bytes: link?.size,
  };
}

/** The same of a version. */
export function versionRow(object: StoredObject, account: string, latest: boolean): Row {
  return { ...objectRow(object, account), version_id: object.versionId ?? 'null', is_latest: latest };
}
