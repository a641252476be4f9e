import type { XmlWriter } from '../../../wire/xml-writer.js';
import { canonicalId } from '../access/grants.js';
import { quoted } from '../objects/etag.js';
import type { ObjectVersion } from '../store/object-version.js';
import type { KeyEncoding } from './encoding.js';
import type { RestoreWriter } from './restore-status.js';
import type { Found } from './walk.js';

/** How the objects of a page are written. */
export interface Style {
  readonly encode: KeyEncoding;
  readonly owners: boolean;
  readonly restoring: RestoreWriter;
}

/** Writes the objects of a page. */
export function writeContents(xml: XmlWriter, found: readonly Found[], style: Style): void {
  for (const one of found) {
    const version = 'versions' in one ? one.versions[0] : undefined;
    if (version) xml.branch('Contents', () => writeObject(xml, version, style));
  }
}

/** Writes the common prefixes of a page. */
export function writePrefixes(xml: XmlWriter, found: readonly Found[], encode: KeyEncoding): void {
  for (const one of found) {
    if ('prefix' in one) xml.branch('CommonPrefixes', () => xml.leaf('Prefix', encode(one.prefix)));
  }
}

/** Who has something: an id, and no name, as S3 tells since November 2025. */
export function writeOwner(xml: XmlWriter, account: string, name = 'Owner'): void {
  xml.branch(name, () => xml.leaf('ID', canonicalId(account)));
}

/** What of a checksum a listing tells. */
export function writeChecksumKind(xml: XmlWriter, { checksum }: Pick<ObjectVersion, 'checksum'>): void {
  xml.leaf('ChecksumAlgorithm', checksum?.algorithm);
  xml.leaf('ChecksumType', checksum?.type);
}

function writeObject(xml: XmlWriter, version: ObjectVersion, { encode, owners, restoring }: Style): void {
  xml.leaf('Key', encode(version.key));
  xml.leaf('LastModified', new Date(version.modified));
  xml.leaf('ETag', quoted(version.etag));
  writeChecksumKind(xml, version);
  xml.leaf('Size', version.size);
  if (owners) writeOwner(xml, version.owner);
  xml.leaf('StorageClass', version.storageClass);
  restoring(xml, version);
}
