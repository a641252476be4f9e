// Starts a local cloud and lets boto3, a client that we did not write, go through it: `node interop/boto3-check.mjs`.
// Needs the package built, and a python3 that can import boto3.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startLocalCloud } from '../dist/index.js';

const cloud = await startLocalCloud({
  seed: { volumes: 3, instances: 23, snapshots: 2, publicSnapshots: 30 },
  faults: { 'me-south-1': { kind: 'notEnabled' }, 'us-west-2': { kind: 'error', status: 503, times: 1 } },
});
const script = fileURLToPath(new URL('boto3-check.py', import.meta.url));
const settings = JSON.stringify({
  url: cloud.url,
  named: cloud.endpoint('ec2', 'eu-west-3'),
  accounts: cloud.accounts,
});
// An environment of its own: whatever AWS settings this machine has must not reach boto3.
const env = {
  PATH: process.env.PATH,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};
const python = spawn('python3', [script, settings], { stdio: 'inherit', env: { ...env, HOME: process.env.HOME } });
const [code] = await once(python, 'exit');
await cloud.close();
process.exitCode = code ?? 1;
