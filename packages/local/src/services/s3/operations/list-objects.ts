import type { Answer } from '../../../wire/answer.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';
import { invalidArgument } from '../errors/errors.js';
import { keyEncoding } from '../listing/encoding.js';
import { limitOf, readToken, tokenOf } from '../listing/pages.js';
import { restoreWriter } from '../listing/restore-status.js';
import { walk } from '../listing/walk.js';
import { writeContents, writePrefixes } from '../listing/write-objects.js';
import type { S3Call } from '../s3-call.js';
import type { ObjectVersion } from '../store/object-version.js';
import { document } from '../wire/answers.js';
import type { Need, S3Operation } from './operation.js';

const needs: Need = { action: 's3:ListBucket', grant: { of: 'bucket', permission: 'READ' } };

/** Lists the objects of a bucket, a page at a time. */
export const listObjectsV2: S3Operation = {
  name: 'ListObjectsV2',
  method: 'GET',
  at: 'bucket',
  query: ['list-type'],
  needs,
  run: listV2,
};

/** Lists the objects of a bucket as S3 did at first: a page goes on behind a key. */
export const listObjects: S3Operation = { name: 'ListObjects', method: 'GET', at: 'bucket', needs, run: listV1 };

function listV2(call: S3Call): Answer {
  if (call.query('list-type') !== '2') throw invalidArgument('Invalid List Type specified in Request', 'list-type');
  const wanted = wantedOf(call);
  const token = call.query('continuation-token');
  if (token === '') throw invalidArgument('The continuation token provided is incorrect', 'continuation-token');
  const after = token === undefined ? (call.query('start-after') ?? '') : readToken(token);
  const encode = keyEncoding(call.query('encoding-type'));
  const { found, next } = walk(call.bucket.objects, { ...wanted, after }, isThere);
  const restoring = restoreWriter(call);
  return listing(call, (xml) => {
    xml.leaf('Name', call.bucketName);
    xml.leaf('Prefix', encode(wanted.prefix));
    xml.leaf('StartAfter', whole(call.query('start-after'), encode));
    xml.leaf('ContinuationToken', token);
    xml.leaf('NextContinuationToken', next && tokenOf(next));
    xml.leaf('KeyCount', found.length);
    xml.leaf('MaxKeys', wanted.most);
    xml.leaf('Delimiter', whole(wanted.delimiter, encode));
    xml.leaf('EncodingType', call.query('encoding-type'));
    xml.leaf('IsTruncated', next !== undefined);
    writeContents(xml, found, { encode, restoring, owners: call.query('fetch-owner') === 'true' });
    writePrefixes(xml, found, encode);
  });
}

function listV1(call: S3Call): Answer {
  const wanted = wantedOf(call);
  const marker = call.query('marker') ?? '';
  const encode = keyEncoding(call.query('encoding-type'));
  const { found, next } = walk(call.bucket.objects, { ...wanted, after: marker }, isThere);
  const restoring = restoreWriter(call);
  return listing(call, (xml) => {
    xml.leaf('Name', call.bucketName);
    xml.leaf('Prefix', encode(wanted.prefix));
    xml.leaf('Marker', encode(marker));
    // Without a delimiter a client goes on behind the last key itself.
    if (wanted.delimiter !== '') xml.leaf('NextMarker', next && encode(next));
    xml.leaf('MaxKeys', wanted.most);
    xml.leaf('Delimiter', whole(wanted.delimiter, encode));
    xml.leaf('EncodingType', call.query('encoding-type'));
    xml.leaf('IsTruncated', next !== undefined);
    writeContents(xml, found, { encode, restoring, owners: true });
    writePrefixes(xml, found, encode);
  });
}

function listing(call: S3Call, write: (xml: XmlWriter) => void): Answer {
  return document('ListBucketResult', write, { 'x-amz-bucket-region': call.bucket.region });
}

function wantedOf(call: S3Call): { prefix: string; delimiter: string; most: number } {
  const most = limitOf('max-keys', call.query('max-keys'));
  return { prefix: call.query('prefix') ?? '', delimiter: call.query('delimiter') ?? '', most };
}

/** An element for a text that was given, and none for one that was not. */
function whole(text: string | undefined, encode: (text: string) => string): string | undefined {
  return text ? encode(text) : undefined;
}

function isThere([latest]: readonly ObjectVersion[]): boolean {
  return latest !== undefined && !latest.deleteMarker;
}
