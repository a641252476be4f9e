import type { Answer } from '../../../wire/answer.js';
import { keyEncoding } from '../listing/encoding.js';
import { limitOf } from '../listing/pages.js';
import { writeOwner } from '../listing/write-objects.js';
import { quoted } from '../objects/etag.js';
import type { S3Call } from '../s3-call.js';
import { document } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Lists the parts of an upload. */
export const listParts: S3Operation = {
  name: 'ListParts',
  method: 'GET',
  at: 'object',
  query: ['uploadId'],
  needs: { action: 's3:ListMultipartUploadParts' },
  run: list,
};

function list(call: S3Call): Answer {
  const upload = call.bucket.uploads.find(call.query('uploadId') ?? '', call.key);
  const most = limitOf('max-parts', call.query('max-parts'));
  const after = limitOf('part-number-marker', call.query('part-number-marker') ?? '0', 2_147_483_647);
  const encode = keyEncoding(call.query('encoding-type'));
  const left = [...upload.parts.values()].filter(({ number }) => number > after).sort((a, b) => a.number - b.number);
  const page = left.slice(0, most);
  return document('ListPartsResult', (xml) => {
    xml.leaf('Bucket', call.bucketName);
    xml.leaf('Key', encode(call.key));
    xml.leaf('UploadId', upload.id);
    writeOwner(xml, upload.owner, 'Initiator');
    writeOwner(xml, upload.owner);
    xml.leaf('StorageClass', upload.storageClass);
    xml.leaf('PartNumberMarker', after);
    xml.leaf('NextPartNumberMarker', page.at(-1)?.number ?? 0);
    xml.leaf('MaxParts', most);
    xml.leaf('IsTruncated', left.length > page.length);
    xml.leaf('ChecksumAlgorithm', upload.algorithm);
    xml.leaf('ChecksumType', upload.checksumType);
    for (const { number, modified, etag, size, checksum } of page) {
      xml.branch('Part', () => {
        xml.leaf('PartNumber', number);
        xml.leaf('LastModified', new Date(modified));
        xml.leaf('ETag', quoted(etag));
        xml.leaf('Size', size);
        if (upload.algorithm) xml.leaf(`Checksum${upload.algorithm}`, checksum);
      });
    }
  });
}
