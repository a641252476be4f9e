import { type Metadata, metadataOf } from '../headers/metadata.js';
import { numberOf, someNumberOf, timeOf } from '../headers/numbers.js';
import { type Acl, parseAcl } from './acl.js';

/** What is known of a container. Its counts lag behind by seconds; of an object in segments they count the manifest. */
export interface ContainerInfo {
  readonly name: string;
  readonly objects: number;
  readonly bytes: number;
  /** By names in small letters, without those that the service itself reads. */
  readonly metadata: Metadata;
  /** Who may read, and list; `undefined` where who asks is not told. */
  readonly read: Acl | undefined;
  /** Who may write. */
  readonly write: Acl | undefined;
  readonly quotaBytes: number | undefined;
  readonly quotaObjects: number | undefined;
  /** The storage policy that it was made with. */
  readonly storagePolicy: string | undefined;
  /** Whether old versions are kept, by their ids; or where they are, in the older way. */
  readonly versions:
    | 'enabled'
    | 'suspended'
    | { readonly location: string; readonly keepsDeleted: boolean }
    | undefined;
  readonly created: Date | undefined;
}

const reserved = ['quota-bytes', 'quota-count', 'temp-url-key', 'temp-url-key-2'];

/** What the head of an answer tells of a container. */
export function containerInfoOf(name: string, headers: Readonly<Record<string, string>>): ContainerInfo {
  const { 'x-container-read': read, 'x-container-write': write } = headers;
  return {
    name,
    objects: numberOf(headers['x-container-object-count']),
    bytes: numberOf(headers['x-container-bytes-used']),
    metadata: metadataOf('Container', headers, reserved),
    read: read === undefined ? undefined : parseAcl(read),
    write: write === undefined ? undefined : parseAcl(write),
    quotaBytes: someNumberOf(headers['x-container-meta-quota-bytes']),
    quotaObjects: someNumberOf(headers['x-container-meta-quota-count']),
    storagePolicy: headers['x-storage-policy'],
    versions: versionsOf(headers),
    created: timeOf(headers['x-timestamp']),
  };
}

function versionsOf(headers: Readonly<Record<string, string>>): ContainerInfo['versions'] {
  const enabled = headers['x-versions-enabled'];
  if (enabled !== undefined) return enabled.toLowerCase() === 'true' ? 'enabled' : 'suspended';
  const history = headers['x-history-location'];
  const location = history ?? headers['x-versions-location'];
  if (location === undefined) return undefined;
  return { location: decodeURIComponent(location), keepsDeleted: history !== undefined };
}
