import { describe, expect, test } from 'vitest';
import type { Bucket } from '../buckets/bucket.js';
import { refusal } from '../testing/far-end.js';
import { answer, oneBucket, remembering } from '../testing/one-bucket.js';

interface Case {
  readonly setting: string;
  /** What the query names. */
  readonly query: string;
  /** How S3 says that there is none: a code, or an answer. */
  readonly none: string;
  readonly values: readonly unknown[];
  get(bucket: Bucket): Promise<unknown>;
  set(bucket: Bucket, value: unknown): Promise<void>;
}

/** Takes any value, as a caller of JavaScript could. */
function caseOf<T>(
  names: Pick<Case, 'setting' | 'query' | 'none'>,
  get: (bucket: Bucket) => Promise<T | undefined>,
  set: (bucket: Bucket, value: T | undefined) => Promise<void>,
  ...values: readonly T[]
): Case {
  return { ...names, values, get, set: (bucket, value) => set(bucket, value as T | undefined) };
}

const cases: readonly Case[] = [
  caseOf(
    { setting: 'cors', query: 'cors', none: 'NoSuchCORSConfiguration' },
    (bucket) => bucket.cors(),
    (bucket, rules) => bucket.setCors(rules),
    [
      {
        id: 'one',
        origins: ['https://*.example.com'],
        methods: ['GET', 'PUT'],
        headers: ['*'],
        exposedHeaders: ['etag'],
        maxAge: 600,
      },
      { origins: ['*'], methods: ['HEAD'] },
    ],
  ),
  caseOf(
    { setting: 'website', query: 'website', none: 'NoSuchWebsiteConfiguration' },
    (bucket) => bucket.website(),
    (bucket, website) => bucket.setWebsite(website),
    {
      indexDocument: 'index.html',
      errorDocument: 'errors/404.html',
      redirects: [
        { when: { keyPrefix: 'docs/' }, replaceKeyPrefix: 'manual/', status: 302 },
        { when: { errorStatus: 404 }, hostName: 'example.com', protocol: 'https', replaceKey: 'lost.html' },
        { hostName: 'example.com' },
      ],
    },
    { redirectAllTo: { hostName: 'example.com', protocol: 'https' } },
  ),
  caseOf(
    { setting: 'tags', query: 'tagging', none: 'NoSuchTagSet' },
    (bucket) => bucket.tags(),
    (bucket, tags) => bucket.setTags(tags),
    { team: 'ä + b', empty: '' },
  ),
  caseOf(
    { setting: 'ownership', query: 'ownershipControls', none: 'OwnershipControlsNotFoundError' },
    (bucket) => bucket.ownership(),
    (bucket, ownership) => bucket.setOwnership(ownership),
    'BucketOwnerPreferred',
  ),
  caseOf(
    { setting: 'public access block', query: 'publicAccessBlock', none: 'NoSuchPublicAccessBlockConfiguration' },
    (bucket) => bucket.publicAccessBlock(),
    (bucket, block) => bucket.setPublicAccessBlock(block),
    { blockPublicAcls: true, ignorePublicAcls: false, blockPublicPolicy: true, restrictPublicBuckets: false },
  ),
  caseOf(
    { setting: 'encryption', query: 'encryption', none: 'ServerSideEncryptionConfigurationNotFoundError' },
    (bucket) => bucket.encryption(),
    (bucket, encryption) => bucket.setEncryption(encryption),
    { algorithm: 'aws:kms', kmsKeyId: 'alias/example', bucketKey: true, blocksCustomerKeys: true },
    { algorithm: 'AES256', bucketKey: false, blocksCustomerKeys: false },
  ),
];

describe.each(cases)('$setting', ({ query, none, values, get, set }) => {
  test('is nothing where S3 says that there is none', async () => {
    const { bucket, lines } = remembering(none);
    expect(await get(bucket)).toBeUndefined();
    expect(lines()).toEqual([`GET /?${query}`]);
  });

  test('is read as it was set, and nothing again when it was taken away', async () => {
    for (const value of values) {
      const { bucket, lines } = remembering(none);
      await set(bucket, value);
      expect(await get(bucket)).toEqual(value);
      await set(bucket, undefined);
      expect(await get(bucket)).toBeUndefined();
      expect(lines()).toEqual(['PUT', 'GET', 'DELETE', 'GET'].map((method) => `${method} /?${query}`));
    }
  });

  test('any other refusal is an error', async () => {
    const { bucket } = oneBucket(() => refusal('AccessDenied', 403));
    await expect(get(bucket)).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

test('a policy is JSON on the wire, and an object here', async () => {
  const { bucket, sent, lines } = remembering('NoSuchBucketPolicy');
  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-reports/*' },
    ],
  } as const;
  expect(await bucket.policy()).toBeUndefined();
  await bucket.setPolicy(policy);
  expect(JSON.parse(sent.at(-1)?.body ?? '')).toEqual(policy);
  expect(await bucket.policy()).toEqual(policy);
  await bucket.setPolicy(undefined);
  expect(await bucket.policy()).toBeUndefined();
  expect(lines()).toEqual(['GET', 'PUT', 'GET', 'DELETE', 'GET'].map((method) => `${method} /?policy`));
});

test('what is no JSON is no policy', async () => {
  const { bucket } = oneBucket(() => answer('{"Statement":', { 'content-type': 'application/json' }));
  await expect(bucket.policy()).rejects.toMatchObject({ name: 'UnexpectedAnswerError', region: 'eu-west-1' });
});

test('logging is put away by an empty status, and its grants have groups by name', async () => {
  const { bucket, lines } = remembering(answer('<BucketLoggingStatus/>'));
  expect(await bucket.logging()).toBeUndefined();
  const logging = {
    bucket: 'example-logs',
    prefix: 'of/',
    partitionedBy: 'EventTime',
    grants: [
      { to: { group: 'AuthenticatedUsers' }, permission: 'READ' },
      { to: { id: 'abc' }, permission: 'FULL_CONTROL' },
    ],
  } as const;
  await bucket.setLogging(logging);
  expect(await bucket.logging()).toEqual(logging);
  await bucket.setLogging(undefined);
  expect(await bucket.logging()).toBeUndefined();
  expect(lines()).toEqual(['GET', 'PUT', 'GET', 'PUT', 'GET'].map((method) => `${method} /?logging`));
});

test('notifications tell queues, topics, functions and EventBridge, and are put away by an empty list', async () => {
  const { bucket, sent } = remembering(answer('<NotificationConfiguration/>'));
  expect(await bucket.notifications()).toBeUndefined();
  const notifications = {
    queues: [{ arn: 'arn:aws:sqs:eu-west-1:111122223333:jobs', events: ['s3:ObjectCreated:*'], prefix: 'a/' }],
    topics: [{ arn: 'arn:aws:sns:eu-west-1:111122223333:news', events: ['s3:ObjectRemoved:*'], id: 't' }],
    lambdas: [
      { arn: 'arn:aws:lambda:eu-west-1:111122223333:function:f', events: ['s3:ObjectTagging:*'], suffix: '.csv' },
    ],
    eventBridge: true,
  } as const;
  await bucket.setNotifications(notifications);
  expect(await bucket.notifications()).toEqual(notifications);
  await bucket.setNotifications({ eventBridge: true });
  expect(sent.at(-1)?.body).toContain('<EventBridgeConfiguration');
  expect(await bucket.notifications()).toEqual({ eventBridge: true });
  await bucket.setNotifications(undefined);
  expect(sent.at(-1)?.body).not.toContain('EventBridge');
  expect(await bucket.notifications()).toBeUndefined();
});

test('the names of filter rules may come in any case', async () => {
  const rule = '<FilterRule><Name>Prefix</Name><Value>a/</Value></FilterRule>';
  const queue = `<QueueConfiguration><Queue>arn:aws:sqs:eu-west-1:1:q</Queue><Event>s3:ObjectCreated:*</Event><Filter><S3Key>${rule}</S3Key></Filter></QueueConfiguration>`;
  const { bucket } = oneBucket(() => answer(`<NotificationConfiguration>${queue}</NotificationConfiguration>`));
  expect((await bucket.notifications())?.queues?.[0]?.prefix).toBe('a/');
});

test('versioning is nothing until it was switched on, and MFA goes in a header', async () => {
  const { bucket, sent } = remembering(answer('<VersioningConfiguration/>'));
  expect(await bucket.versioning()).toBeUndefined();
  await bucket.setVersioning('enabled', { mfaDelete: true, mfa: 'serial 123456' });
  expect(sent.at(-1)?.headers['x-amz-mfa']).toBe('serial 123456');
  expect(await bucket.versioning()).toEqual({ state: 'enabled', mfaDelete: true });
  await bucket.setVersioning('suspended');
  expect(await bucket.versioning()).toEqual({ state: 'suspended', mfaDelete: false });
});

test('somebody always pays for requests', async () => {
  const { bucket, sent } = remembering(answer('<RequestPaymentConfiguration/>'));
  expect(await bucket.requestPayment()).toBe('BucketOwner');
  await bucket.setRequestPayment('Requester');
  expect(await bucket.requestPayment()).toBe('Requester');
  await bucket.setRequestPayment(undefined);
  expect(sent.at(-1)).toMatchObject({ method: 'PUT' });
  expect(await bucket.requestPayment()).toBe('BucketOwner');
});

test('what is set is a whole: it is sent as it was given', async () => {
  const { bucket, sent } = oneBucket();
  await bucket.setPublicAccessBlock({ blockPublicAcls: true });
  expect(sent[0]?.body).toContain('<RestrictPublicBuckets>false</RestrictPublicBuckets>');
});
