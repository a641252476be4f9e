// Our ACLs against moto's.
import assert from 'node:assert/strict';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/s3').S3Set} S3Set */

const everybody = /** @type {const} */ ({ to: { group: 'AllUsers' }, permission: 'READ' });

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
export async function givesRights(report, everywhere) {
  await report.check('where the owner owns all, there are no ACLs to be had', async () => {
    const bucket = await everywhere.createBucket('enforced', { region: 'eu-west-1', ownership: 'BucketOwnerEnforced' });
    await assert.rejects(bucket.require('containerAcl'), { name: 'UnsupportedError', ability: 'containerAcl' });
    await assert.rejects(bucket.object('a').require('objectAcl'), { name: 'UnsupportedError', ability: 'objectAcl' });
    await bucket.setOwnership('ObjectWriter');
    assert.equal((await (await bucket.require('containerAcl')).acl()).grants.length, 1);
  });
  const bucket = await everywhere.createBucket('rights', { region: 'us-east-1', ownership: 'ObjectWriter' });
  await report.check('a bucket is opened to all, and closed again', async () => {
    const rights = await bucket.require('containerAcl');
    const { owner, grants } = await rights.acl();
    assert.deepEqual(
      grants.map(({ to, permission }) => ['id' in to && to.id, permission]),
      [[owner.id, 'FULL_CONTROL']],
    );
    await rights.grant(everybody);
    assert.deepEqual((await rights.acl()).grants.at(-1), everybody);
    await rights.revoke(everybody);
    assert.deepEqual((await rights.acl()).grants, grants);
    await rights.setAcl('authenticated-read');
    const groups = (await rights.acl()).grants.flatMap(({ to }) => ('group' in to ? [to.group] : []));
    assert.deepEqual(groups, ['AuthenticatedUsers']);
  });
  await report.check('so is an object, and a change of its metadata keeps that', async () => {
    const object = bucket.object('logo.png');
    await object.put('x');
    const rights = await object.require('objectAcl');
    await rights.setAcl('public-read');
    assert.deepEqual((await rights.acl()).grants.at(-1), everybody);
    await object.setMetadata({ a: '1' });
    assert.ok((await rights.acl()).grants.some(({ to }) => 'group' in to && to.group === 'AllUsers'));
    await rights.setAcl('private'); // moto does not read the grants of an object's ACL
    assert.equal((await rights.acl()).grants.length, 1);
  });
}
