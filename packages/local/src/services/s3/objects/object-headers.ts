import { checksumHeader } from '../bodies/checksum-claim.js';
import { invalidArgument } from '../errors/errors.js';
import type { S3Call } from '../s3-call.js';
import type { ObjectChecksum, ObjectVersion } from '../store/object-version.js';
import type { Headers } from '../wire/answers.js';
import { isHeaderText } from '../wire/header-text.js';
import { quoted } from './etag.js';
import { versionHeader } from './find-version.js';
import { restoreHeader } from './restoration.js';

/** What a reader may have instead of what was put, by the name of its parameter. */
const OVERRIDES: readonly (readonly [string, string])[] = [
  ['response-content-type', 'content-type'],
  ['response-content-language', 'content-language'],
  ['response-expires', 'expires'],
  ['response-cache-control', 'cache-control'],
  ['response-content-disposition', 'content-disposition'],
  ['response-content-encoding', 'content-encoding'],
];

/** The headers that come with an object when it is read. */
export function objectHeaders(call: S3Call, version: ObjectVersion): Headers {
  return {
    'last-modified': new Date(version.modified).toUTCString(),
    etag: quoted(version.etag),
    'accept-ranges': 'bytes',
    ...version.headers,
    ...versionHeader(call.bucket, version),
    'x-amz-storage-class': version.storageClass === 'STANDARD' ? undefined : version.storageClass,
    'x-amz-tagging-count': version.tags.length > 0 ? String(version.tags.length) : undefined,
    'x-amz-restore': restoreHeader(version, call.now),
    ...overrides(call),
  };
}

/** The header of a checksum, and the one that says what it is of. */
export function checksumHeaders(checksum: ObjectChecksum | undefined): Headers {
  if (!checksum) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}

/** What of the encryption every answer to a put tells. */
export function encryptionOf({ headers }: Pick<ObjectVersion, 'headers'>): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('x-amz-server-side-encryption')),
  );
}

/** What can stand in a header. */
function checked(name: string, value: string): string {
  if (isHeaderText(value)) return value;
  throw invalidArgument(`Header value cannot be represented using ISO-8859-1.: ${name}`, name, value);
}

function overrides(call: S3Call): Headers {
  return Object.fromEntries(
    OVERRIDES.flatMap(([parameter, header]) => {
      const value = call.query(parameter);
      return value === undefined ? [] : [[header, checked(parameter, value)]];
    }),
  );
}
