// The local cloud against boto3, a client that we did not write, with every answer held against botocore's own model.
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPythonChecks } from './harness/python-checks.mjs';

export const name = 'boto3';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const cloud = await startLocalCloud({
    seed: { volumes: 3, instances: 23, snapshots: 2, publicSnapshots: 30, images: 2, publicImages: 30 },
    faults: { 'me-south-1': { kind: 'notEnabled' }, 'us-west-2': { kind: 'error', status: 503, times: 1 } },
  });
  const settings = { url: cloud.url, named: cloud.endpoint('ec2', 'eu-west-3'), accounts: cloud.accounts };
  await runPythonChecks(report, name, 'boto3-check.py', settings).finally(() => cloud.close());
}
