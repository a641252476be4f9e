// The local cloud against the AWS CLI, a client that we did not write.
import assert from 'node:assert/strict';
import { startLocalCloud } from '@proj/local';
import { aws, environmentOf, noAwscli } from './harness/awscli.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {(line: string, more?: NodeJS.ProcessEnv) => ReturnType<typeof aws>} Aws */

export const name = 'awscli';

export const needs = noAwscli;

/** @param {Report} report */
export async function run(report) {
  const cloud = await startLocalCloud({
    seed: { volumes: 7, instances: 3, snapshots: 2, publicSnapshots: 4 },
    faults: { 'us-west-2': { kind: 'error', status: 503, times: 1 }, 'me-south-1': { kind: 'notEnabled' } },
  });
  const { env, remove } = environmentOf({ url: cloud.url, credentials: cloud.credentials, region: 'eu-west-1' });
  const call = (/** @type {string} */ line, /** @type {NodeJS.ProcessEnv} */ more = {}) =>
    aws(line.split(' '), { ...env, ...more });
  try {
    await reads(report, call, cloud);
    await writes(report, call, cloud);
    await queues(report, (line, more) => call(`${line} --endpoint-url ${cloud.url}`, more));
    await refusals(report, call, cloud);
  } finally {
    remove();
    await cloud.close();
  }
}

/**
 * @param {Report} report
 * @param {Aws} call
 * @param {import('@proj/local').LocalCloud} cloud
 */
async function reads(report, call, { accounts, regions }) {
  await report.check('get-caller-identity', async () => {
    const { value } = await call('sts get-caller-identity');
    assert.equal(value.Account, accounts[0]?.id);
  });
  await report.check('describe-regions, with what is not enabled', async () => {
    const { value } = await call('ec2 describe-regions --all-regions');
    assert.equal(value.Regions.length, regions.length);
    const off = value.Regions.find(
      (/** @type {{ RegionName: string }} */ { RegionName }) => RegionName === 'me-south-1',
    );
    assert.equal(off.OptInStatus, 'not-opted-in');
  });
  await report.check('describe-volumes, page by page, is the same as at once', async () => {
    const [whole, paged] = [await call('ec2 describe-volumes'), await call('ec2 describe-volumes --page-size 5')];
    assert.equal(whole.value.Volumes.length, 7);
    assert.deepEqual(paged.value, whole.value);
  });
  await report.check('describe-volumes with a filter in shorthand', async () => {
    const { value } = await call(
      'ec2 describe-volumes --filters Name=status,Values=in-use,available Name=size,Values=8,20',
    );
    const { value: all } = await call('ec2 describe-volumes');
    const sizes = all.Volumes.filter((/** @type {{ Size: number }} */ { Size }) => Size === 8 || Size === 20);
    assert.equal(value.Volumes.length, sizes.length);
  });
  await report.check('describe-instances, -vpcs, -tags, -availability-zones', async () => {
    const { value } = await call('ec2 describe-instances');
    assert.equal(value.Reservations.flatMap((/** @type {{ Instances: object[] }} */ one) => one.Instances).length, 3);
    for (const what of ['Vpcs', 'Tags', 'AvailabilityZones']) {
      const operation = what.replace(/(?!^)[A-Z]/, '-$&').toLowerCase();
      const answer = await call(`ec2 describe-${operation}`);
      assert.ok(answer.value?.[what].length > 0, answer.output);
    }
  });
  await report.check('another region has an estate of its own', async () => {
    const { value } = await call('ec2 describe-volumes --region us-east-1');
    const { value: here } = await call('ec2 describe-volumes');
    assert.notEqual(value.Volumes[0].VolumeId, here.Volumes[0].VolumeId);
  });
}

/**
 * @param {Report} report
 * @param {Aws} call
 * @param {import('@proj/local').LocalCloud} cloud
 */
async function writes(report, call, { accounts }) {
  const [, other] = accounts;
  /** @type {string} */
  let snapshot = '';
  await report.check('a volume and its snapshot are made, tagged and waited for', async () => {
    const { value: volume, output } = await call(
      'ec2 create-volume --availability-zone eu-west-1a --size 8 --tag-specifications ResourceType=volume,Tags=[{Key=Name,Value=one}]',
    );
    assert.deepEqual(volume?.Tags, [{ Key: 'Name', Value: 'one' }], output);
    const made = await call(`ec2 create-snapshot --volume-id ${volume.VolumeId} --description nightly`);
    snapshot = made.value.SnapshotId;
    assert.equal((await call(`ec2 wait snapshot-completed --snapshot-ids ${snapshot}`)).code, 0);
  });
  await report.check('a snapshot is shared with another account, which then sees it', async () => {
    const shared = `--snapshot-id ${snapshot} --attribute createVolumePermission`;
    const { output, code } = await call(
      `ec2 modify-snapshot-attribute ${shared} --operation-type add --user-ids ${other?.id}`,
    );
    assert.equal(code, 0, output);
    const { value } = await call(`ec2 describe-snapshot-attribute ${shared}`);
    assert.deepEqual(value.CreateVolumePermissions, [{ UserId: other?.id }]);
    const seen = await call('ec2 describe-snapshots --restorable-by-user-ids self', {
      AWS_ACCESS_KEY_ID: other?.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: other?.credentials.secretAccessKey,
    });
    const ids = seen.value.Snapshots.map((/** @type {{ SnapshotId: string }} */ { SnapshotId }) => SnapshotId);
    assert.ok(ids.includes(snapshot));
  });
  await report.check('a snapshot is deleted', async () => {
    assert.equal((await call(`ec2 delete-snapshot --snapshot-id ${snapshot}`)).code, 0);
    const { output } = await call(`ec2 describe-snapshots --snapshot-ids ${snapshot}`);
    assert.match(output, /InvalidSnapshot\.NotFound/);
  });
}

/**
 * @param {Report} report
 * @param {Aws} call that names the endpoint: for SQS the AWS CLI overlooks AWS_ENDPOINT_URL
 */
async function queues(report, call) {
  await report.check('a message goes through a queue, and is waited for', async () => {
    const { value: queue, output } = await call('sqs create-queue --queue-name cli --attributes VisibilityTimeout=40');
    assert.ok(queue?.QueueUrl, output);
    const url = `--queue-url ${queue.QueueUrl}`;
    const { value: sent } = await call(`sqs send-message ${url} --message-body tea --delay-seconds 1`);
    const { value: received } = await call(`sqs receive-message ${url} --wait-time-seconds 10`);
    assert.equal(received.Messages[0].MessageId, sent.MessageId);
    const deleted = await call(`sqs delete-message ${url} --receipt-handle ${received.Messages[0].ReceiptHandle}`);
    assert.equal(deleted.code, 0, deleted.output);
  });
  await report.check('queues are listed page by page, and one that is not there is refused', async () => {
    for (const name of ['cli-1', 'cli-2']) await call(`sqs create-queue --queue-name ${name}`);
    const { value } = await call('sqs list-queues --page-size 1');
    assert.equal(value.QueueUrls.length, 3);
    const { output } = await call('sqs get-queue-url --queue-name none');
    assert.match(output, /\((AWS\.SimpleQueueService\.NonExistentQueue|QueueDoesNotExist)\)/);
  });
}

/**
 * @param {Report} report
 * @param {Aws} call
 * @param {import('@proj/local').LocalCloud} cloud
 */
async function refusals(report, call, { requests }) {
  await report.check('a signature by another key is refused by the service’s own code', async () => {
    const { code, output } = await call('ec2 describe-volumes', { AWS_SECRET_ACCESS_KEY: 'another' });
    assert.notEqual(code, 0);
    assert.match(output, /\((AuthFailure|SignatureDoesNotMatch)\)/);
  });
  await report.check('a region that is not enabled refuses the keys', async () => {
    assert.match((await call('ec2 describe-volumes --region me-south-1')).output, /\(AuthFailure\)/);
  });
  await report.check('a 503 is tried again', async () => {
    const { code } = await call('ec2 describe-volumes --region us-west-2');
    assert.equal(code, 0);
    assert.equal(requests.count({ action: 'DescribeVolumes', region: 'us-west-2' }), 2);
  });
  await report.check('an unknown filter is refused', async () => {
    assert.match((await call('ec2 describe-volumes --filters Name=nonsense,Values=1')).output, /InvalidParameterValue/);
  });
}
