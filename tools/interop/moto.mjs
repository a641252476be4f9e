// Our fan-out and our EC2 objects against moto, an implementation of EC2 and STS that we did not write.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EC2 } from '@aws-sdk/client-ec2';
import { isUnexpectedBodyError, regionInfo, serviceSet } from '@proj/core';
import { ec2, isEc2NotFoundError } from '@proj/ec2';
import { missing } from './harness/have.mjs';
import { startServer } from './harness/server.mjs';
import { sharesImages } from './moto/images.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/ec2').Ec2Set} Ec2Set */
/** @typedef {import('@proj/ec2').Snapshot} Snapshot */

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const other = '963068290131';

// moto asks for a key, any key, and takes whoever signs for its one account.
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'made-up' };
const motosAccount = '123456789012';

export const name = 'moto';

export const needs = () => missing('moto_server', ['--help']);

/** @param {Report} report */
export async function run(report) {
  const server = await startServer({
    command: 'moto_server',
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    env: { MOTO_EC2_LOAD_DEFAULT_AMIS: 'false' },
    ready: answers,
  });
  // moto loads its EC2 with the first request, which may take longer than a look-up of regions waits.
  await new EC2({ endpoint: server.url, credentials, region: 'us-east-1' }).describeRegions({});
  await findsRegions(report, server.url);
  await takesOnRole(report, server.url);
  const everywhere = ec2({ endpoint: server.url, credentials, regions });
  await keepsRegionsApart(report, everywhere);
  await sharesSnapshots(report, everywhere);
  await sharesImages(report, everywhere);
  await everywhere[Symbol.asyncDispose]();
}

/** @param {number} port */
async function answers(port) {
  return fetch(`http://127.0.0.1:${port}/moto-api/`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * @param {Report} report
 * @param {string} endpoint
 */
async function findsRegions(report, endpoint) {
  const all = serviceSet(EC2, { endpoint, credentials });
  await report.check('the live list of regions is what DescribeRegions calls enabled', async () => {
    const targets = await all.ready();
    const { Regions = [] } = await all.at('us-east-1').describeRegions({ AllRegions: true });
    // moto has the regions of every partition in one list; a set keeps to its own partition.
    const own = Regions.filter(({ RegionName = '' }) => regionInfo(RegionName)?.partition === 'aws');
    const enabled = own.filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in');
    assert.deepEqual(targets.map(({ region }) => region).sort(), enabled.map(({ RegionName }) => RegionName).sort());
    assert.ok(targets.length > regions.length && enabled.length < own.length);
  });
  await report.check('an operation fanned out is answered by every region of that list', async () => {
    const { complete, outcomes, regions: found } = await all.describeVpcs({}).settled();
    assert.ok(complete, outcomes.map(({ target, status }) => `${target.region} ${status}`).join(', '));
    assert.ok(found.source === 'live' || found.source === 'cache', `the list is ${found.source}: ${found.reason}`);
  });
  await all[Symbol.asyncDispose]();
}

/**
 * @param {Report} report
 * @param {string} endpoint
 */
async function takesOnRole(report, endpoint) {
  const folder = await mkdtemp(join(tmpdir(), 'serviceset-moto-'));
  const file = join(folder, 'config');
  const keys = `aws_access_key_id = ${credentials.accessKeyId}\naws_secret_access_key = ${credentials.secretAccessKey}`;
  const role = `role_arn = arn:aws:iam::${other}:role/audit\nsource_profile = base\nregion = me-south-1`;
  await writeFile(file, `[profile base]\n${keys}\n[profile audit]\n${role}\n`);
  const environment = { AWS_CONFIG_FILE: file, AWS_ENDPOINT_URL_STS: endpoint };
  Object.assign(process.env, environment);
  await report.check(
    'a role of a profile is taken on once, for every region, as the account that it is of',
    async () => {
      const set = serviceSet(EC2, { endpoint, regions, config: { profile: 'audit' } });
      const keysOf = new Set();
      const owners = await set.map(async (native) => {
        const { accessKeyId } = await native.config.credentials();
        keysOf.add(accessKeyId);
        return (await native.describeVpcs({})).Vpcs?.[0]?.OwnerId;
      });
      assert.deepEqual(
        owners,
        regions.map(() => other),
      );
      assert.equal(keysOf.size, 1);
      await set[Symbol.asyncDispose]();
    },
  );
  for (const variable of Object.keys(environment)) delete process.env[variable];
  await rm(folder, { recursive: true });
}

/**
 * @param {Report} report
 * @param {Ec2Set} everywhere
 */
async function keepsRegionsApart(report, everywhere) {
  await report.check('volumes are made in the region that was asked, with their tags', async () => {
    for (const [at, region] of regions.entries()) {
      for (let count = 0; count <= at; count += 1) {
        const tags = { Name: `${region}-${count}` };
        const volume = await everywhere.at(region).createVolume({ availabilityZone: `${region}a`, size: 8, tags });
        assert.deepEqual([volume.region, volume.size, { ...volume.tags }], [region, 8, tags]);
      }
    }
  });
  await report.check('three regions have three estates: 1, 2 and 3 volumes', async () => {
    const byRegion = await everywhere.volumes().byRegion();
    assert.deepEqual(
      [...byRegion].map(([region, volumes]) => [region, volumes.length]),
      regions.map((region, at) => [region, at + 1]),
    );
  });
  await report.check('pages of five, merged over the regions, have them all', async () => {
    const { count, exact } = await everywhere
      .paginateVolumes({}, { pageSize: 5 })
      .items((page) => page.volumes)
      .count();
    assert.deepEqual([count, exact], [6, true]);
  });
  await report.check('a filter by tag finds the one', async () => {
    const found = (await everywhere.volumes({ filters: { 'tag:Name': ['eu-west-1-1'] } })).flat();
    assert.deepEqual(
      found.map(({ region, tags }) => [region, tags['Name']]),
      [['eu-west-1', 'eu-west-1-1']],
    );
  });
  await report.check('the account is that of GetCallerIdentity, and in the ARN', async () => {
    const [volume] = await everywhere.at('eu-west-1').volumes();
    assert.equal(await volume?.account(), motosAccount);
    assert.equal(await volume?.arn(), `arn:aws:ec2:eu-west-1:${motosAccount}:volume/${volume?.id}`);
  });
  await report.check('a volume of one region is not found in another', async () => {
    const [volume] = await everywhere.at('eu-west-1').volumes();
    await assert.rejects(everywhere.at('us-east-1').volume(volume?.id ?? ''), isEc2NotFoundError);
    assert.equal((await everywhere.at('eu-west-1').volume(volume?.id ?? '')).id, volume?.id);
  });
}

/**
 * @param {Report} report
 * @param {Ec2Set} everywhere
 */
async function sharesSnapshots(report, everywhere) {
  const ireland = everywhere.at('eu-west-1');
  /** @type {Snapshot | undefined} */
  let made;
  await report.check('a snapshot of a volume is made and waited for', async () => {
    const [volume] = await ireland.volumes();
    const pending = await volume?.createSnapshot('This is my test snapshot for the blog', { copyTags: true });
    made = await pending?.waitUntilCompleted();
    assert.deepEqual([made?.region, made?.state, made?.progress], ['eu-west-1', 'completed', 100]);
    assert.deepEqual({ ...made?.tags }, { ...volume?.tags });
    assert.deepEqual(
      (await volume?.snapshots())?.map(({ id }) => id),
      [made?.id],
    );
  });
  if (made === undefined) return;
  const snapshot = made;
  await report.check('a plain listing has what the account owns, in its region alone', async () => {
    const byRegion = await everywhere.snapshots().byRegion();
    assert.deepEqual(
      regions.map((region) => byRegion.get(region)?.map(({ id }) => id)),
      [[], [snapshot.id], []],
    );
  });
  await sharesOne(report, snapshot);
  await report.check('a snapshot becomes a volume in its region', async () => {
    const volume = await snapshot.createVolume({ availabilityZone: 'eu-west-1b' });
    assert.deepEqual([volume.region, volume.zone, volume.raw.SnapshotId], ['eu-west-1', 'eu-west-1b', snapshot.id]);
    await volume.delete();
    await assert.rejects(volume.refresh(), isEc2NotFoundError);
  });
  await report.check('a deleted snapshot is gone', async () => {
    await snapshot.delete();
    await assert.rejects(snapshot.refresh(), isEc2NotFoundError);
  });
}

/**
 * @param {Report} report
 * @param {Snapshot} snapshot
 */
async function sharesOne(report, snapshot) {
  await report.check('it is shared with an account', async () => {
    await snapshot.share({ userIds: [other] });
    assert.deepEqual(await snapshot.permissions(), { userIds: [other], groups: [] });
  });
  await report.check('and with all', async () => {
    await snapshot.share({ groups: ['all'] });
    assert.deepEqual(await snapshot.permissions(), { userIds: [other], groups: ['all'] });
  });
  await report.check('and taken back from all, and from the account', async () => {
    await snapshot.unshare({ groups: ['all'] });
    assert.deepEqual(await snapshot.permissions(), { userIds: [other], groups: [] });
    await snapshot.unshare({ userIds: [other] });
    assert.deepEqual(await snapshot.permissions(), { userIds: [], groups: [] });
  });
  // moto's ResetSnapshotAttribute answers 500 with a web page. The day it works, this check fails and becomes a real one.
  await report.check('known gap of moto: a reset that it answers 500 is a typed error', async () => {
    const reset = snapshot.resetPermissions();
    await assert.rejects(reset, (error) => isUnexpectedBodyError(error) && error.$metadata.httpStatusCode === 500);
  });
}
