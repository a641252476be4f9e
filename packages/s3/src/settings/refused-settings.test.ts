import { expect, test } from 'vitest';
import type { Bucket } from '../buckets/bucket.js';
import { oneBucket } from '../testing/one-bucket.js';

const arn = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 'v']));

const refused: readonly [sentence: string, set: (bucket: Bucket) => Promise<void>][] = [
  ['0 given', (bucket) => bucket.setCors([])],
  ['methods of a rule: 0 given', (bucket) => bucket.setCors([{ origins: ['*'], methods: [] }])],
  ['more than one *', (bucket) => bucket.setCors([{ origins: ['https://*.*'], methods: ['GET'] }])],
  ['a method is "PATCH"', (bucket) => bucket.setCors([{ origins: ['*'], methods: ['PATCH' as 'PUT'] }])],
  [
    '"a" is given twice',
    (bucket) =>
      bucket.setCors([
        { id: 'a', origins: ['*'], methods: ['GET'] },
        { id: 'a', origins: ['*'], methods: ['PUT'] },
      ]),
  ],
  ['maxAge is -1', (bucket) => bucket.setCors([{ origins: ['*'], methods: ['GET'], maxAge: -1 }])],
  ['without slashes', (bucket) => bucket.setWebsite({ indexDocument: 'a/index.html' })],
  ['hostName', (bucket) => bucket.setWebsite({ redirectAllTo: { hostName: '' } })],
  [
    'not both',
    (bucket) => bucket.setWebsite({ indexDocument: 'i', redirects: [{ replaceKey: 'a', replaceKeyPrefix: 'b' }] }),
  ],
  ['from 300 to 399', (bucket) => bucket.setWebsite({ indexDocument: 'i', redirects: [{ status: 200 }] })],
  ['51 tags are given; S3 takes 50', (bucket) => bucket.setTags(many(51))],
  ['begin with aws:', (bucket) => bucket.setTags({ 'aws:x': '1' })],
  ['1 to 128 characters', (bucket) => bucket.setTags({ '': '1' })],
  ['up to 256', (bucket) => bucket.setTags({ a: 'x'.repeat(257) })],
  ['S3 takes letters', (bucket) => bucket.setTags({ a: 'b & c' })],
  ['11 tags are given; S3 takes 10', (bucket) => bucket.object('a').setTags(many(11))],
  ['ownership', (bucket) => bucket.setOwnership('Mine' as 'ObjectWriter')],
  ["'colour' is not an option", (bucket) => bucket.setPublicAccessBlock({ colour: true } as object)],
  ['AES256 has no key of KMS', (bucket) => bucket.setEncryption({ algorithm: 'AES256', kmsKeyId: 'a' })],
  ['"Nobody"', (bucket) => bucket.setRequestPayment('Nobody' as 'Requester')],
  ['the bucket that the logs go to', (bucket) => bucket.setLogging({ bucket: '' })],
  ['is no ARN of sns', (bucket) => bucket.setNotifications({ topics: [{ arn, events: ['s3:ObjectCreated:*'] }] })],
  ['of which events', (bucket) => bucket.setNotifications({ queues: [{ arn, events: [] }] })],
  [
    '"a" is given twice',
    (bucket) =>
      bucket.setNotifications({
        queues: [
          { arn, events: ['s3:ObjectCreated:*'], id: 'a' },
          { arn, events: ['s3:ObjectRemoved:*'], id: 'a' },
        ],
      }),
  ],
  ['its Statement', (bucket) => bucket.setPolicy({} as never)],
  ['S3 takes 20480', (bucket) => bucket.setPolicy({ Id: 'x'.repeat(20_480), Statement: [] })],
  ['"on"', (bucket) => bucket.setVersioning('on' as 'enabled')],
  ['mfaDelete is changed with mfa', (bucket) => bucket.setVersioning('enabled', { mfaDelete: false })],
];

test.each(refused)('is refused before a request: %s', async (sentence, set) => {
  const { bucket, sent } = oneBucket();
  const error = await set(bucket).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'OptionError', message: expect.stringContaining(sentence) });
  expect(sent).toEqual([]);
});
