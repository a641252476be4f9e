import type { StoredObject } from '../store/stored-object.js';
import { storagePath } from '../symlinks/symlinks.js';
import { isoTime } from '../wire/times.js';
import type { Row } from './formats.js';

/** What a listing says of an object. Of a dynamic large object it says what its manifest has, which is nothing. */
export function objectRow(object: StoredObject, account: string, container: string): Row {
  const { link, versionId, name } = object;
  const here = { account, container, object: name, etag: undefined, size: undefined };
  return {
    ...versionFields(object),
    symlink_path: link && storagePath(link, account),
    symlink_etag: link?.etag,
    symlink_bytes: link?.size,
    // What is kept in versions is itself a link to the one that is current.
    ...(versionId !== undefined && {
      symlink_path: `${storagePath(here, account)}?version-id=${versionId}`,
      version_symlink: true,
    }),
  };
}

/** What it says of a version. */
export function versionRow(object: StoredObject, latest: boolean): Row {
  return { ...versionFields(object), version_id: object.versionId ?? 'null', is_latest: latest };
}

function versionFields({ name, etag, piece, contentType, stamp, manifest }: StoredObject): Row {
  return {
    name,
    hash: etag,
    bytes: manifest?.size ?? piece.size,
    content_type: contentType,
    last_modified: isoTime(stamp),
    slo_etag: manifest && `"${manifest.etag}"`,
  };
}
