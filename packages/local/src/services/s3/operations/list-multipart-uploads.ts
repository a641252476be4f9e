import type { Answer } from '../../../wire/answer.js';
import { keyEncoding } from '../listing/encoding.js';
import { limitOf } from '../listing/pages.js';
import { walkUploads } from '../listing/walk-uploads.js';
import { writeOwner } from '../listing/write-objects.js';
import type { S3Call } from '../s3-call.js';
import { document } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

/** Lists the uploads that are under way in a bucket. */
export const listMultipartUploads: S3Operation = {
  name: 'ListMultipartUploads',
  method: 'GET',
  at: 'bucket',
  query: ['uploads'],
  needs: { action: 's3:ListBucketMultipartUploads', grant: { of: 'bucket', permission: 'READ' } },
  run: list,
};

function list(call: S3Call): Answer {
  const text = (name: string): string => call.query(name) ?? '';
  const most = limitOf('max-uploads', call.query('max-uploads'));
  const [prefix, delimiter] = [text('prefix'), text('delimiter')];
  const [keyMarker, idMarker] = [text('key-marker'), text('upload-id-marker')];
  const encode = keyEncoding(call.query('encoding-type'));
  const { found, next } = walkUploads(call.bucket.uploads.all(), { prefix, delimiter, keyMarker, idMarker, most });
  return document('ListMultipartUploadsResult', (xml) => {
    xml.leaf('Bucket', call.bucketName);
    xml.leaf('KeyMarker', encode(keyMarker));
    xml.leaf('UploadIdMarker', idMarker);
    xml.leaf('NextKeyMarker', next && encode(next.key));
    xml.leaf('NextUploadIdMarker', next?.id);
    xml.leaf('Delimiter', delimiter === '' ? undefined : encode(delimiter));
    xml.leaf('Prefix', prefix === '' ? undefined : encode(prefix));
    xml.leaf('EncodingType', call.query('encoding-type'));
    xml.leaf('MaxUploads', most);
    xml.leaf('IsTruncated', next !== undefined);
    for (const one of found) {
      if (typeof one === 'string') xml.branch('CommonPrefixes', () => xml.leaf('Prefix', encode(one)));
      else
        xml.branch('Upload', () => {
          xml.leaf('Key', encode(one.key));
          xml.leaf('UploadId', one.id);
          writeOwner(xml, one.owner, 'Initiator');
          writeOwner(xml, one.owner);
          xml.leaf('StorageClass', one.storageClass);
          xml.leaf('Initiated', new Date(one.initiated));
          xml.leaf('ChecksumAlgorithm', one.algorithm);
          xml.leaf('ChecksumType', one.checksumType);
        });
    }
  });
}
