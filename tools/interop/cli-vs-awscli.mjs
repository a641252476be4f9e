// The command line beside the AWS CLI, in one region of moto: the same words give the same JSON.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { capture } from '../process/capture.mjs';
import { root } from '../process/root.mjs';
import { aws, environmentOf, noAwscli } from './harness/awscli.mjs';
import { missing } from './harness/have.mjs';
import { startServer } from './harness/server.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */

export const name = 'cli-vs-awscli';

export const needs = async () => (await missing('moto_server', ['--help'])) ?? (await noAwscli());

const region = 'eu-west-1';
const bin = fileURLToPath(new URL('bin.js', import.meta.resolve('@proj/cli')));

/** What is made first, by each. The AWS CLI has one argument of its own for how many instances there are to be. */
const writes = [
  "ec2 create-volume --availability-zone eu-west-1a --size 8 --volume-type gp3 --tag-specifications ResourceType=volume,Tags=[{Key=Name,Value=a},{Key=b,Value='c, d'}]",
  'ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro COUNT --block-device-mappings DeviceName=/dev/sda1,Ebs={VolumeSize=9,DeleteOnTermination=true}',
  'ec2 create-security-group --group-name NAME --description a --tag-specifications {"ResourceType":"security-group","Tags":[{"Key":"a","Value":"b"}]}',
  'sqs create-queue --queue-name NAME --attributes VisibilityTimeout=77,DelaySeconds=3',
  's3api create-bucket --bucket NAME --create-bucket-configuration LocationConstraint=eu-west-1',
  's3api put-object --bucket NAME --key one --body package.json --metadata a=b,c=d',
  's3api put-bucket-tagging --bucket NAME --tagging TagSet=[{Key=a,Value=b}]',
  'dynamodb create-table --table-name NAME --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST --tags Key=a,Value=b',
  'dynamodb put-item --table-name NAME --item {"id":{"S":"a"},"data":{"B":"aGVsbG8="},"n":{"N":"1"}}',
  'dynamodb put-item --table-name NAME --item {"id":{"S":"b"},"list":{"L":[{"BOOL":true}]}}',
  'logs create-log-group --log-group-name NAME --tags team=a,env=b',
  'iam create-user --user-name NAME --tags Key=a,Value=b',
  'iam create-role --role-name NAME --assume-role-policy-document {"Version":"2012-10-17","Statement":[]}',
];

/** What is read by both. QUEUE is the queue's address. */
const reads = [
  'ec2 describe-volumes',
  'ec2 describe-volumes --filters Name=size,Values=8 Name=volume-type,Values=gp3,gp2',
  'ec2 describe-volumes --page-size 5',
  'ec2 describe-instances',
  'ec2 describe-instance-types --filters Name=vcpu-info.default-vcpus,Values=2',
  'ec2 describe-vpcs',
  'ec2 describe-subnets',
  'ec2 describe-security-groups',
  'ec2 describe-regions --all-regions',
  'ec2 describe-availability-zones',
  'ec2 describe-tags',
  'ec2 describe-account-attributes',
  'sts get-caller-identity',
  'sqs list-queues',
  'sqs get-queue-attributes --queue-url QUEUE --attribute-names All',
  's3api list-buckets',
  's3api list-objects-v2 --bucket theirs',
  's3api head-object --bucket theirs --key one',
  's3api get-bucket-tagging --bucket ours',
  'dynamodb list-tables',
  'dynamodb describe-table --table-name theirs',
  'dynamodb scan --table-name theirs --page-size 1',
  'dynamodb get-item --table-name ours --key {"id":{"S":"a"}}',
  'logs describe-log-groups',
  'iam list-users',
  'iam get-role --role-name theirs',
];

/** Members that say when or who: made twice, they differ. */
const own =
  /(Id|Arn|ARN|Time|Date|Url|URL|Location|ETag|Name|ClientToken|Ip|IpAddress|DnsName|MacAddress)$|^(VersionId|Placement)$/;

/** @param {Report} report */
export async function run(report) {
  const moto = await startServer({
    command: 'moto_server',
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    env: { MOTO_EC2_LOAD_DEFAULT_AMIS: 'true' },
  });
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'made-up' };
  const { env, remove } = environmentOf({ url: moto.url, credentials, region });
  try {
    for (const line of writes) await writesAlike(report, line, env);
    const { QueueUrl } = await theirs('sqs get-queue-url --queue-name theirs', env);
    for (const line of reads) await readsAlike(report, line.replace('QUEUE', QueueUrl), line, env);
  } finally {
    remove();
  }
}

/** The words of a line: a quoted part is in one word, and keeps its quotes, which are shorthand's. @param {string} line */
const wordsOf = (line) => line.match(/(?:'[^']*'|[^\s'])+/g) ?? [];

/**
 * What the command says of the one region, without the member `Region` that it adds.
 * @param {string} line
 * @param {NodeJS.ProcessEnv} env
 */
async function ours(line, env) {
  const args = [bin, ...wordsOf(line), '--region', region, '--output', 'json'];
  const { code, stdout, output } = await capture(process.execPath, args, { cwd: root, env, timeout: 60_000 });
  if (code !== 0) throw new Error(`exit code ${code}: ${output}`);
  const [answer] = JSON.parse(stdout);
  const { Region: asked, ...rest } = answer;
  assert.equal(asked, region);
  return rest;
}

/** @param {string} line @param {NodeJS.ProcessEnv} env */
async function theirs(line, env) {
  // Said, since the AWS CLI has addresses of its own for some services.
  const address = ['--endpoint-url', env['AWS_ENDPOINT_URL'] ?? ''];
  const { code, value = {}, output } = await aws([...wordsOf(line), ...address], env);
  if (code !== 0) throw new Error(`the AWS CLI ends with exit code ${code}: ${output}`);
  return value;
}

/** The same with times as exact as JavaScript has them. @param {unknown} value @returns {unknown} */
function inMilliseconds(value) {
  const text = JSON.stringify(value).replaceAll(/(?<=T\d\d:\d\d:)(\d\d)\.(\d{6})(?=\+00:00")/g, (_, seconds, micro) => {
    const [whole, fraction] = (Number(`${seconds}.${micro}`) || 0).toFixed(3).split('.');
    return fraction === '000' ? `${whole}`.padStart(2, '0') : `${`${whole}`.padStart(2, '0')}.${fraction}000`;
  });
  return JSON.parse(text);
}

/** The same without what is each one's own. @param {unknown} value @returns {unknown} */
function withoutOwn(value) {
  if (Array.isArray(value)) return value.map(withoutOwn);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([member]) => !own.test(member));
  return Object.fromEntries(entries.map(([member, inner]) => [member, withoutOwn(inner)]));
}

/** @param {Report} report @param {string} line @param {NodeJS.ProcessEnv} env */
async function writesAlike(report, line, env) {
  await report.check(`made alike: ${line.slice(0, 90)}`, async () => {
    const made = await ours(line.replaceAll('NAME', 'ours').replace('COUNT', '--min-count 1 --max-count 1'), env);
    const expected = await theirs(line.replaceAll('NAME', 'theirs').replace('COUNT', '--count 1'), env);
    assert.deepEqual(withoutOwn(made), withoutOwn(expected));
  });
}

/** @param {Report} report @param {string} line @param {string} shown @param {NodeJS.ProcessEnv} env */
async function readsAlike(report, line, shown, env) {
  await report.check(`the same JSON: ${shown}`, async () => {
    assert.deepEqual(await ours(line, env), inMilliseconds(await theirs(line, env)));
  });
}
