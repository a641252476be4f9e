import { ListObjectsV2Command, S3 } from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readListing, urlDecoded } from './read-listing.js';

const fields = ['size', 'modified', 'etag', 'storageClass'] as const;

/** What the SDK makes of a page. */
async function bySdk(page: string) {
  const handle = async () => ({
    response: { statusCode: 200, headers: {}, body: new TextEncoder().encode(page) },
  });
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const client = new S3({ region: 'eu-west-1', credentials, requestHandler: { handle } as never, maxAttempts: 1 });
  return client.send(new ListObjectsV2Command({ Bucket: 'some-bucket' }));
}

const escaped = (text: string) => text.replace(/[&<>"\r\n]/g, (character) => `&#${character.codePointAt(0)};`);
const urlEncoded = (text: string) => encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%2F', '/');

const names = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const objects = fc.record({
  name: names,
  size: fc.nat(),
  modified: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  etag: fc.stringMatching(/^[0-9a-f]{4,8}$/),
  storageClass: fc.constantFrom('STANDARD', 'GLACIER', 'INTELLIGENT_TIERING'),
  owner: fc.boolean(),
});

test('a page is read as the SDK reads it, whatever the names are', async () => {
  const page = fc.record({
    all: fc.array(objects, { maxLength: 5 }),
    prefixes: fc.array(names, { maxLength: 3 }),
    token: fc.option(names),
  });
  await fc.assert(
    fc.asyncProperty(page, async ({ all, prefixes, token }) => {
      const contents = all.map(({ name, size, modified, etag, storageClass, owner }) => {
        const extra = owner
          ? '<Owner><ID>1</ID><DisplayName>me</DisplayName></Owner><ChecksumAlgorithm>CRC32</ChecksumAlgorithm>'
          : '';
        return `<Contents><Key>${urlEncoded(name)}</Key><LastModified>${modified.toISOString()}</LastModified><ETag>&quot;${etag}&quot;</ETag>${extra}<Size>${size}</Size><StorageClass>${storageClass}</StorageClass></Contents>\n`;
      });
      const folders = prefixes.map(
        (prefix) => `<CommonPrefixes><Prefix>${urlEncoded(prefix)}</Prefix></CommonPrefixes>`,
      );
      const next =
        token === null ? '' : `<NextContinuationToken>${escaped(token.trim() || 't')}</NextContinuationToken>`;
      const text = `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix/><KeyCount>1</KeyCount><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType><IsTruncated>${token !== null}</IsTruncated>${next}${contents.join('')}${folders.join('')}</ListBucketResult>`;
      const theirs = await bySdk(text);
      const ours = readListing(text, fields);
      expect(ours?.objects).toEqual(
        (theirs.Contents ?? []).map((one, index) => ({
          name: all[index]?.name,
          size: one.Size,
          modified: one.LastModified,
          etag: one.ETag?.replaceAll('"', ''),
          storageClass: one.StorageClass,
        })),
      );
      expect(ours?.objects.map((one) => ('name' in one ? one.name : ''))).toEqual(
        (theirs.Contents ?? []).map(({ Key = '' }) => urlDecoded(Key)),
      );
      expect(ours?.prefixes).toEqual(prefixes.map((prefix) => ({ prefix })));
      expect(ours?.next).toBe(theirs.NextContinuationToken);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('only what is asked for is read', () => {
  const text =
    '<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a&amp;b</Key><Size>7</Size></Contents></ListBucketResult>';
  expect(readListing(text, [])).toEqual({ objects: [{ name: 'a&b' }], prefixes: [], next: undefined });
  expect(readListing(text, ['size', 'storageClass'])?.objects).toEqual([
    { name: 'a&b', size: 7, storageClass: 'STANDARD' },
  ]);
});

test.each([
  ['a page of a browser', '<html></html>'],
  ['an error', '<Error><Code>SlowDown</Code></Error>'],
  ['half of a page', '<ListBucketResult><Contents><Key>a</Key>'],
  ['a comment', '<ListBucketResult><!-- a --></ListBucketResult>'],
  ['bytes as they are', '<ListBucketResult><Contents><Key><![CDATA[a]]></Key></Contents></ListBucketResult>'],
  ['attributes', '<ListBucketResult><Contents><Key x="1">a</Key></Contents></ListBucketResult>'],
  ['no way on', '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>'],
  [
    'a key that is no URL',
    '<ListBucketResult><EncodingType>url</EncodingType><Contents><Key>%zz</Key></Contents></ListBucketResult>',
  ],
  ['nothing', ''],
])('%s is left to the SDK', (_, text) => {
  expect(readListing(text, fields)).toBeUndefined();
});

test('whatever comes, it ends', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    'Contents',
    'Key',
    '<Contents>',
    '</Contents>',
    '<Key>',
    '</Key>',
    '&amp;',
    '&#x1F600;',
    'a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      readListing(`<ListBucketResult>${pieces.join('')}</ListBucketResult>`, fields);
    }),
  );
});
