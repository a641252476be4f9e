// Our settings of buckets against moto: each is nothing at first, is set, read back as it was set, and taken away.
import assert from 'node:assert/strict';
import { isUnexpectedBodyError } from '@proj/core';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/s3').S3Set} S3Set */

const policy = /** @type {const} */ ({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'read', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::settings/*' },
  ],
});

const cors = /** @type {const} */ ([
  {
    id: 'one',
    origins: ['https://*.example.com'],
    methods: ['GET', 'PUT'],
    headers: ['*'],
    exposedHeaders: ['etag'],
    maxAge: 600,
  },
  { origins: ['*'], methods: ['HEAD'] },
]);

const lifecycle = /** @type {const} */ ([
  { id: 'all', enabled: true, expiration: { days: 400 }, transitions: [{ days: 30, storageClass: 'STANDARD_IA' }] },
  { id: 'off', enabled: false, filter: { prefix: 'a/' }, abortUploadsAfter: 7 },
  { id: 'both', enabled: true, filter: { prefix: 'b/', tags: { x: '1', y: '2' } }, expiration: { days: 1 } },
  { id: 'tag', enabled: true, filter: { tags: { x: '1' } }, noncurrentExpiration: { days: 3 } },
  { id: 'marks', enabled: true, filter: { prefix: 'c/' }, expiration: { deleteMarkers: true } },
]);

const website = {
  indexDocument: 'index.html',
  errorDocument: '404.html',
  redirects: [{ when: { keyPrefix: 'docs/' }, replaceKeyPrefix: 'manual/', status: 301 }],
};

/** Without the members that say that something is not there. @param {unknown} value */
const said = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
export async function keepsSettings(report, everywhere) {
  const bucket = await everywhere.createBucket('settings', { region: 'eu-west-1' });
  /**
   * @template T
   * @param {string} setting
   * @param {() => Promise<T | undefined>} get
   * @param {(value: T | undefined) => Promise<void>} set
   * @param {T} value
   * @param {T} [read] as it is read back
   */
  const goesRound = (setting, get, set, value, read = value) =>
    report.check(`${setting}: nothing, set, read, taken away`, async () => {
      await set(undefined);
      assert.equal(await get(), undefined);
      await set(value);
      assert.deepEqual(said(await get()), said(read));
      await set(undefined);
      assert.equal(await get(), undefined);
    });
  // moto answers 200 with the policy where S3 answers 204 with nothing. The day it does as S3, this check fails and becomes a plain one.
  await report.check(
    'known gap of moto: a policy that it sends back is told as what it is; it is set all the same',
    async () => {
      assert.equal(await bucket.policy(), undefined);
      await assert.rejects(bucket.setPolicy(policy), isUnexpectedBodyError);
      assert.deepEqual(await bucket.policy(), policy);
      await bucket.setPolicy(undefined);
      assert.equal(await bucket.policy(), undefined);
    },
  );
  await goesRound(
    'cors',
    () => bucket.cors(),
    (value) => bucket.setCors(value),
    cors,
  );
  const rules = lifecycle;
  await report.check('lifecycle: nothing, set, read, taken away', async () => {
    assert.equal(await bucket.lifecycle(), undefined);
    await bucket.setLifecycle({ rules });
    assert.deepEqual(said((await bucket.lifecycle())?.rules), said(rules));
    await bucket.setLifecycle(undefined);
    assert.equal(await bucket.lifecycle(), undefined);
  });
  await goesRound(
    'website',
    () => bucket.website(),
    (value) => bucket.setWebsite(value),
    website,
  );
  await goesRound(
    'tags',
    () => bucket.tags(),
    (value) => bucket.setTags(value),
    { team: 'ä', empty: '' },
  );
  await goesRound(
    'ownership',
    () => bucket.ownership(),
    (value) => bucket.setOwnership(value),
    'BucketOwnerPreferred',
  );
  const block = {
    blockPublicAcls: true,
    ignorePublicAcls: false,
    blockPublicPolicy: true,
    restrictPublicBuckets: false,
  };
  await goesRound(
    'public access block',
    () => bucket.publicAccessBlock(),
    (value) => bucket.setPublicAccessBlock(value),
    block,
  );
  const encryption = /** @type {const} */ ({ algorithm: 'aws:kms', kmsKeyId: 'alias/example', bucketKey: true });
  await report.check('encryption: set, read, taken away', async () => {
    await bucket.setEncryption(encryption);
    assert.deepEqual(said(await bucket.encryption()), encryption);
    await bucket.setEncryption(undefined);
  });
  await logs(report, everywhere);
  await tells(report, everywhere);
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function logs(report, everywhere) {
  await report.check('logging: nothing, set, read, taken away', async () => {
    const bucket = everywhere.bucket('settings');
    const logs = await everywhere.createBucket('settings-logs', { region: 'eu-west-1', ownership: 'ObjectWriter' });
    const rights = await logs.require('containerAcl');
    await rights.grant([
      { to: { group: 'LogDelivery' }, permission: 'WRITE' },
      { to: { group: 'LogDelivery' }, permission: 'READ_ACP' },
    ]);
    assert.equal(await bucket.logging(), undefined);
    await bucket.setLogging({ bucket: 'settings-logs', prefix: 'of/' });
    assert.deepEqual(said(await bucket.logging()), { bucket: 'settings-logs', prefix: 'of/' });
    await bucket.setLogging(undefined);
    assert.equal(await bucket.logging(), undefined);
  });
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function tells(report, everywhere) {
  await report.check('notifications: nothing, set, read, taken away', async () => {
    const bucket = everywhere.bucket('settings');
    const queue = {
      arn: 'arn:aws:sqs:eu-west-1:123456789012:jobs',
      events: /** @type {const} */ (['s3:ObjectCreated:*']),
      id: 'q',
    };
    const topic = {
      arn: 'arn:aws:sns:eu-west-1:123456789012:news',
      events: /** @type {const} */ (['s3:ObjectRemoved:*']),
      id: 't',
      prefix: 'a/',
      suffix: '.csv',
    };
    assert.equal(await bucket.notifications(), undefined);
    await bucket.setNotifications({ queues: [queue], topics: [topic] });
    const { queues, topics, lambdas } = (await bucket.notifications()) ?? {};
    assert.deepEqual(said([queues, topics, lambdas ?? []]), [[queue], [topic], []]);
    await bucket.setNotifications(undefined);
    assert.equal(await bucket.notifications(), undefined);
  });
}
