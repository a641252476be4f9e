import { OptionError } from '@proj/core';
import { headerText, type Metadata, metadataHeaders } from '../headers/metadata.js';
import { type SigningKeys, signingKeyHeaders } from '../signed/signing-keys.js';
import { type Acl, writeAcl } from './acl.js';

/** What can be set of a container at any time. What is not named stays as it is. */
export interface ContainerSettings {
  /** Merged with what is there; an empty text takes one away. */
  readonly metadata?: Metadata | undefined;
  /** Who may read, beside the account's own. An empty list: nobody. */
  readonly read?: Acl | undefined;
  /** Who may write, beside the account's own. */
  readonly write?: Acl | undefined;
  /** Bytes that it may have; `null` for any. What would be more is refused: status 413. */
  readonly quotaBytes?: number | null | undefined;
  /** Objects that it may have; `null` for any. */
  readonly quotaObjects?: number | null | undefined;
  /** Whether old versions are kept by their ids, where the cluster can; or in another container, as clusters had it before; `null` for not so any more. */
  readonly versions?: boolean | VersionsLocation | null | undefined;
  /** The keys of signed addresses for what is in it. */
  readonly signingKeys?: SigningKeys | undefined;
  /** Its face as a web site, where the cluster has one; `null` for none. */
  readonly website?: ContainerWebsite | null | undefined;
}

/** Where old versions go, in the older way: a name has there its length and its time with it. */
interface VersionsLocation {
  readonly location: string;
  /** Whether deleting puts the newest version there too, and writes that it was deleted; else deleting brings back the one before. */
  readonly keepsDeleted: boolean;
}

/** How a container is seen by browsers. */
export interface ContainerWebsite {
  /** The object that stands for a folder: `index.html`. */
  readonly index?: string | undefined;
  /** What the names of error pages end with: `error.html` for `404error.html`. */
  readonly error?: string | undefined;
  /** Whether a folder without an index is listed. */
  readonly listings?: boolean | undefined;
  /** The style sheet of such a listing. */
  readonly listingsCss?: string | undefined;
}

/** The names of {@link ContainerSettings}. */
export const settingNames: readonly (keyof ContainerSettings)[] = [
  ...(['metadata', 'read', 'write', 'quotaBytes', 'quotaObjects', 'versions', 'website', 'signingKeys'] as const),
];

/** For the wire. @throws OptionError */
export function settingHeaders(settings: ContainerSettings): Record<string, string | undefined> {
  const { metadata, read, write, quotaBytes, quotaObjects, versions, website, signingKeys } = settings;
  return {
    ...metadataHeaders('Container', metadata),
    'x-container-read': read && headerText('read', writeAcl(read)),
    'x-container-write': write && headerText('write', writable(write)),
    'x-container-meta-quota-bytes': quota('quotaBytes', quotaBytes),
    'x-container-meta-quota-count': quota('quotaObjects', quotaObjects),
    ...versionHeaders(versions),
    ...signingKeyHeaders('container', signingKeys),
    ...websiteHeaders(website),
  };
}

function writable(acl: Acl): string {
  const odd = acl.some((entry) => 'referrer' in entry || 'listings' in entry);
  if (odd) throw new OptionError('write: referrers and listings are of reading; give users and roles');
  return writeAcl(acl);
}

/** An empty text takes the older ways away. */
function versionHeaders(versions: ContainerSettings['versions']): Record<string, string | undefined> {
  if (versions === undefined) return {};
  if (typeof versions === 'boolean') return { 'x-versions-enabled': String(versions) };
  if (versions === null) return { 'x-versions-location': '', 'x-history-location': '' };
  const location = encodeURIComponent(versions.location);
  return { [versions.keepsDeleted ? 'x-history-location' : 'x-versions-location']: location };
}

/** An empty text takes a quota away. */
function quota(option: string, value: number | null | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return '';
  if (Number.isSafeInteger(value) && value >= 0) return String(value);
  throw new OptionError(`${option} is ${String(value)}; give a whole number, or null for none`);
}

function websiteHeaders(website: ContainerWebsite | null | undefined): Record<string, string | undefined> {
  if (website === undefined) return {};
  const { index, error, listings, listingsCss } = website ?? {};
  const headers = {
    'web-index': index,
    'web-error': error,
    'web-listings': listings === undefined ? undefined : String(listings),
    'web-listings-css': listingsCss,
  };
  const pairs = Object.entries(headers).map(([name, value]) => {
    return [`x-container-meta-${name}`, headerText(`website.${name}`, value ?? '')] as const;
  });
  return Object.fromEntries(pairs);
}
