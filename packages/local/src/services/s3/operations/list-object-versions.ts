import type { Answer } from '../../../wire/answer.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';
import { invalidArgument } from '../errors/errors.js';
import { type KeyEncoding, keyEncoding } from '../listing/encoding.js';
import { limitOf } from '../listing/pages.js';
import { type RestoreWriter, restoreWriter } from '../listing/restore-status.js';
import { type FoundVersion, walkVersions } from '../listing/walk-versions.js';
import { writeChecksumKind, writeOwner } from '../listing/write-objects.js';
import { quoted } from '../objects/etag.js';
import type { S3Call } from '../s3-call.js';
import { document } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Lists every version of every object, delete markers among them. */
export const listObjectVersions: S3Operation = {
  name: 'ListObjectVersions',
  method: 'GET',
  at: 'bucket',
  query: ['versions'],
  needs: { action: 's3:ListBucketVersions', grant: { of: 'bucket', permission: 'READ' } },
  run: list,
};

function list(call: S3Call): Answer {
  const text = (name: string): string => call.query(name) ?? '';
  const most = limitOf('max-keys', call.query('max-keys'));
  const [prefix, delimiter, after] = [text('prefix'), text('delimiter'), text('key-marker')];
  const versionMarker = text('version-id-marker');
  if (versionMarker !== '' && after === '') {
    throw invalidArgument('A version-id marker cannot be specified without a key marker.', 'version-id-marker');
  }
  const encode = keyEncoding(call.query('encoding-type'));
  const { found, next } = walkVersions(call.bucket.objects, { prefix, delimiter, after, most }, versionMarker);
  const restoring = restoreWriter(call);
  return document('ListVersionsResult', (xml) => {
    xml.leaf('Name', call.bucketName);
    xml.leaf('Prefix', encode(prefix));
    xml.leaf('KeyMarker', encode(after));
    xml.leaf('VersionIdMarker', versionMarker);
    xml.leaf('NextKeyMarker', next && encode(next.key));
    xml.leaf('NextVersionIdMarker', next?.versionId || undefined);
    xml.leaf('MaxKeys', most);
    xml.leaf('Delimiter', delimiter === '' ? undefined : encode(delimiter));
    xml.leaf('EncodingType', call.query('encoding-type'));
    xml.leaf('IsTruncated', next !== undefined);
    for (const one of found) writeFound(xml, one, encode, restoring);
  });
}

function writeFound(xml: XmlWriter, found: FoundVersion, encode: KeyEncoding, restoring: RestoreWriter): void {
  if ('prefix' in found) {
    xml.branch('CommonPrefixes', () => xml.leaf('Prefix', encode(found.prefix)));
    return;
  }
  const { version, latest } = found;
  xml.branch(version.deleteMarker ? 'DeleteMarker' : 'Version', () => {
    xml.leaf('Key', encode(version.key));
    xml.leaf('VersionId', version.versionId);
    xml.leaf('IsLatest', latest);
    xml.leaf('LastModified', new Date(version.modified));
    if (!version.deleteMarker) {
      xml.leaf('ETag', quoted(version.etag));
      writeChecksumKind(xml, version);
      xml.leaf('Size', version.size);
      xml.leaf('StorageClass', version.storageClass);
      restoring(xml, version);
    }
    writeOwner(xml, version.owner);
  });
}
