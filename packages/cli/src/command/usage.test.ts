import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturedHost } from '../testing/captured.js';
import { environmentOfItsOwn } from '../testing/environment.js';
import { runCli } from './run-cli.js';

/** Stands where a cloud would be: nothing may come here. */
let elsewhere: Server;
let received: string[];
const address = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;

beforeEach(async () => {
  received = [];
  elsewhere = createServer((request, response) => {
    received.push(request.url ?? '');
    response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  elsewhere.close();
  elsewhere.closeAllConnections();
});
environmentOfItsOwn();

async function run(args: readonly string[]) {
  const host = capturedHost();
  const code = await runCli(args, host);
  return { code, out: host.stdout.text, err: host.stderr.text };
}

test.each([
  ['ec2 describe-volums', "ec2 has no operation 'describe-volums'; did you mean describe-volumes?"],
  ['ec22 describe-volumes', "there is no service 'ec22'; did you mean ec2?"],
  ['sns list-topics', 'sns needs its client, which is not installed here: npm install @aws-sdk/client-sns'],
  ['elbv2 describe-rules', 'npm install @aws-sdk/client-elastic-load-balancing-v2'],
  ['../ec2 x', "there is no service '../ec2'"],
  ['', 'say which service and operation'],
  ['ec2', 'say which operation of ec2'],
  ['ec2 describe-volumes --volum-ids a', "unknown option '--volum-ids' (Did you mean --volume-ids?)"],
  ['ec2 describe-volumes extra', "'extra' belongs to no parameter"],
  ['ec2 describe-volumes --filters Nme=a', "--filters[0]: there is no member 'Nme'; did you mean Name?"],
  ['ec2 create-snapshot', 'create-snapshot needs --volume-id'],
  ['ec2 create-volume --size big', "--size: 'big' is not a number"],
  ['ec2 create-volume --volume-type gp33', "--volume-type: the client does not list 'gp33'; did you mean gp3?"],
  [
    'ec2 create-volume --tag-specifications ResourceType=volum',
    "--tag-specifications[0].ResourceType: the client does not list 'volum'; did you mean volume?",
  ],
  ['ec2 describe-volumes --dry-run --no-dry-run', 'give --dry-run or --no-dry-run, not both'],
  ['ec2 describe-volumes --regions eu-wst-1', 'did you mean eu-west-1?'],
  ['ec2 describe-volumes --regions a --region b', 'not both'],
  ['ec2 describe-volumes --output xml', 'Allowed choices are table, json, ndjson'],
  ['ec2 describe-volumes --timeout soon', 'Give a whole number'],
  ['ec2 describe-volumes --local --profile p', '--local runs on a cloud of its own'],
  ['ec2 describe-vpc-attribute --vpc-id a --attribute enableDnsHostname', 'did you mean enableDnsHostnames?'],
  [
    'ec2 describe-volumes --cli-input-json {"VolumIds":[]}',
    "--cli-input-json: there is no member 'VolumIds'; did you mean VolumeIds?",
  ],
  ['ec2 create-snapshot --max-items 3 --volume-id v', 'create-snapshot has no pages'],
  ['s3api get-object --bucket b --key k', 'gives a stream (Body), which is of one region'],
  ['lambda create-function --timeout', "option '--timeout <value>' argument missing"],
  ['regions extra', "'extra' belongs to no option"],
  ['local --fault me-south-1=fire', 'Give a region and one of silent'],
])('2: %s', async (line, why) => {
  const { code, out, err } = await run(line === '' ? [] : line.split(' '));
  expect(err).toContain(why);
  expect([code, out]).toEqual([2, '']);
});

test('nothing is sent before all is checked', async () => {
  process.env['AWS_ENDPOINT_URL'] = address();
  process.env['AWS_ACCESS_KEY_ID'] = process.env['AWS_SECRET_ACCESS_KEY'] = 'made-up';
  expect((await run(['ec2', 'create-volume', '--size', 'big'])).code).toBe(2);
  expect((await run(['ec2', 'create-volume', '--volume-type', 'gp33'])).code).toBe(2);
  expect(received).toEqual([]);
  expect(
    (await run(['ec2', 'create-volume', '--volume-type', 'gp33', '--allow-unknown-values', '--region', 'eu-west-1']))
      .code,
  ).toBe(1);
  expect(received.length).toBeGreaterThan(0);
});

test('--local reaches no other cloud, whatever the environment says', async () => {
  Object.assign(process.env, {
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
    AWS_ENDPOINT_URL: address(),
    AWS_ENDPOINT_URL_EC2: address(),
    AWS_ENDPOINT_URL_STS: address(),
    AWS_PROFILE: 'a-profile-that-does-not-exist',
    AWS_REGION: 'cn-north-1',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL',
    AWS_SECRET_ACCESS_KEY: 'a real secret',
    HTTPS_PROXY: address(),
  });
  const { code, out, err } = await run(['ec2', 'describe-vpcs', '--local', '--output', 'json']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toHaveLength(36);
  expect((await run(['regions', '--local', '--output', 'json'])).code).toBe(0);
  expect(received).toEqual([]);
});

test.each([
  ['--help', 'Services: '],
  ['help', 'serviceset ec2 describe-volumes'],
  ['ec2 --help', 'describe-volumes'],
  ['ec2 help', 'describe-volumes'],
  ['ec2 describe-volumes --help', '--filters <values...>'],
  ['ec2 create-snapshot help', 'Required:\n  --volume-id'],
  ['regions --help', '--explain <region>'],
  ['local --help', '--fault <region=kind>'],
  ['--version', 'serviceset 0.'],
])('0: %s', async (line, text) => {
  const { code, out, err } = await run(line.split(' '));
  expect(out).toContain(text);
  expect([code, err]).toEqual([0, '']);
});
