import type { Answer } from '../../../wire/answer.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';
import { invalidArgument, invalidRequest } from '../errors/errors.js';
import { limitOf } from '../listing/pages.js';
import { checkReadConditions } from '../objects/conditions.js';
import { findVersion, versionHeader } from '../objects/find-version.js';
import { isMultipart } from '../objects/part-at.js';
import type { S3Call } from '../s3-call.js';
import type { ObjectVersion } from '../store/object-version.js';
import { document } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Tells what is asked for of an object. */
export const getObjectAttributes: S3Operation = {
  name: 'GetObjectAttributes',
  method: 'GET',
  at: 'object',
  query: ['attributes'],
  needs: { action: 's3:GetObjectAttributes', grant: { of: 'object', permission: 'READ' } },
  run: attributes,
};

const KNOWN: ReadonlySet<string> = new Set(['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize']);

function attributes(call: S3Call): Answer {
  const wanted = readWanted(call.header('x-amz-object-attributes'));
  const version = findVersion(call);
  checkReadConditions(call, version);
  const { etag, checksum, storageClass, size } = version;
  return document(
    'GetObjectAttributesResponse',
    (xml) => {
      if (wanted.has('ETag')) xml.leaf('ETag', etag);
      if (wanted.has('Checksum') && checksum) {
        xml.branch('Checksum', () => {
          xml.leaf(`Checksum${checksum.algorithm}`, checksum.value.split('-')[0]);
          xml.leaf('ChecksumType', checksum.type);
        });
      }
      if (wanted.has('ObjectParts') && isMultipart(version)) writeParts(xml, call, version);
      if (wanted.has('StorageClass')) xml.leaf('StorageClass', storageClass);
      if (wanted.has('ObjectSize')) xml.leaf('ObjectSize', size);
    },
    { 'last-modified': new Date(version.modified).toUTCString(), ...versionHeader(call.bucket, version) },
  );
}

function readWanted(header: string | undefined): ReadonlySet<string> {
  const names = (header ?? '').split(',').map((name) => name.trim());
  if (header === undefined)
    throw invalidRequest(
      'The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty',
    );
  const strange = names.find((name) => !KNOWN.has(name));
  if (strange === undefined) return new Set(names);
  throw invalidArgument('Invalid attribute name specified.', 'x-amz-object-attributes', strange);
}

/** How many parts there are; which they are is told of those with checksums alone, as S3 does. */
function writeParts(xml: XmlWriter, call: S3Call, { parts, checksum }: ObjectVersion): void {
  const most = limitOf('max-parts', call.header('x-amz-max-parts'));
  const after = limitOf('part-number-marker', call.header('x-amz-part-number-marker') ?? '0', 2_147_483_647);
  const numbered = parts.map((part, index) => ({ ...part, number: index + 1 }));
  const left = numbered.filter(({ number }) => number > after);
  const page = left.slice(0, most);
  xml.branch('ObjectParts', () => {
    xml.leaf('PartsCount', parts.length);
    if (!checksum || parts.some((part) => part.checksum === undefined)) return;
    xml.leaf('PartNumberMarker', after);
    xml.leaf('NextPartNumberMarker', page.at(-1)?.number ?? 0);
    xml.leaf('MaxParts', most);
    xml.leaf('IsTruncated', left.length > page.length);
    for (const { number, size, checksum: sum } of page) {
      xml.branch('Part', () => {
        xml.leaf('PartNumber', number);
        xml.leaf('Size', size);
        xml.leaf(`Checksum${checksum.algorithm}`, sum);
      });
    }
  });
}
