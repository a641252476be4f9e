// Our images against moto. Its one account owns what it registers, so that another account's view is not seen here.
import assert from 'node:assert/strict';
import { isUnexpectedBodyError } from '@proj/core';
import { isEc2NotFoundError, isEc2RuleError } from '@proj/ec2';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/ec2').Ec2Set} Ec2Set */
/** @typedef {import('@proj/ec2').Image} Image */

const other = '963068290131';
const organizationArn = 'arn:aws:organizations::123456789012:organization/o-123example';
const secondArn = 'arn:aws:organizations::123456789012:organization/o-456example';
const organizationalUnitArn = 'arn:aws:organizations::123456789012:ou/o-123example/ou-1234-5example';

/**
 * @param {Report} report
 * @param {Ec2Set} everywhere
 */
export async function sharesImages(report, everywhere) {
  const ireland = everywhere.at('eu-west-1');
  const { ImageId = '' } = await ireland.native.registerImage({ Name: 'golden', Description: 'of moto' });
  /** @type {Image | undefined} */
  let found;
  await report.check('an image is found by its id, and waited for', async () => {
    const made = await ireland.image(ImageId).then((image) => image.waitUntilAvailable());
    found = made;
    assert.deepEqual([made.region, made.state, made.name, made.public], ['eu-west-1', 'available', 'golden', false]);
    assert.equal(made.description, 'of moto');
    assert.ok(Math.abs(Date.now() - Number(made.creationDate)) < 3_600_000, `made ${made.raw.CreationDate}`);
  });
  if (found === undefined) return;
  const image = found;
  // moto has no pages of images: that they are followed is seen against the local cloud.
  await report.check('a plain listing of images has what the account owns, in its region alone', async () => {
    const byRegion = await everywhere.images().byRegion();
    const elsewhere = [...byRegion].filter(([region]) => region !== 'eu-west-1');
    assert.deepEqual(
      byRegion.get('eu-west-1')?.map(({ id }) => id),
      [ImageId],
    );
    assert.deepEqual([...new Set(elsewhere.map(([, images]) => images.length))], [0]);
  });
  await report.check('its snapshots are found in its region', async () => {
    assert.deepEqual(
      (await image.snapshots()).map(({ id }) => id),
      image.snapshotIds,
    );
    assert.equal(image.snapshotIds.length, 1);
  });
  await sharesOne(report, ireland, image);
  await report.check('a deregistered image is gone', async () => {
    await image.deregister();
    await assert.rejects(image.refresh(), isEc2NotFoundError);
    await assert.rejects(ireland.image('ami-0123456789abcdef0'), isEc2NotFoundError);
  });
}

/**
 * @param {Report} report
 * @param {import('@proj/ec2').Ec2Region} ireland
 * @param {Image} image
 */
async function sharesOne(report, ireland, image) {
  await report.check('an image is shared with an account, and with all', async () => {
    await image.share({ userIds: [other] });
    assert.deepEqual(await image.permissions(), { userIds: [other], groups: [] });
    await image.share({ groups: ['all'] });
    assert.deepEqual(await image.permissions(), { userIds: [other], groups: ['all'] });
    assert.equal((await image.refresh()).public, true);
  });
  await report.check('and with organizations and a unit, which its permissions show', async () => {
    const organizational = {
      organizationArns: [organizationArn, secondArn],
      organizationalUnitArns: [organizationalUnitArn],
    };
    await image.share(organizational);
    assert.deepEqual(await image.permissions(), { userIds: [other], groups: ['all'], ...organizational });
    await image.unshare(organizational);
    assert.deepEqual(await image.permissions(), { userIds: [other], groups: ['all'] });
  });
  await report.check('and taken back from whoever its permissions name', async () => {
    await image.unshare(await image.permissions());
    assert.deepEqual(await image.permissions(), { userIds: [], groups: [] });
    assert.equal((await image.refresh()).public, false);
  });
  await report.check('an account id that is none is refused by both', async () => {
    await assert.rejects(image.share({ userIds: ['12345'] }), isEc2RuleError);
    const unchecked = { ImageId: image.id, LaunchPermission: { Add: [{ UserId: '12345' }] } };
    await assert.rejects(ireland.native.modifyImageAttribute(unchecked), { name: 'InvalidAMIAttributeItemValue' });
  });
  // moto has no ResetImageAttribute and answers 500 with a web page. The day it has, this check fails and becomes a real one.
  await report.check('known gap of moto: a reset of an image that it answers 500 is a typed error', async () => {
    const reset = image.resetPermissions();
    await assert.rejects(reset, (error) => isUnexpectedBodyError(error) && error.$metadata.httpStatusCode === 500);
  });
}
