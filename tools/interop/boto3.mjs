// The local cloud against boto3, a client that we did not write, with every answer held against botocore's own model.
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPython } from './harness/python.mjs';

export const name = 'boto3';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const cloud = await startLocalCloud({
    seed: { volumes: 3, instances: 23, snapshots: 2, publicSnapshots: 30, images: 2, publicImages: 30 },
    faults: { 'me-south-1': { kind: 'notEnabled' }, 'us-west-2': { kind: 'error', status: 503, times: 1 } },
  });
  const settings = { url: cloud.url, named: cloud.endpoint('ec2', 'eu-west-3'), accounts: cloud.accounts };
  const { output, code } = await runPython('boto3-check.py', settings).finally(() => cloud.close());
  const checks = [...output.matchAll(/^(ok|FAILED) +(\w+)(.*)$/gm)];
  for (const [, verdict, check = '', why] of checks) {
    if (verdict === 'ok') report.pass(`boto3: ${check.replaceAll('_', ' ')}`);
    else report.fail(`boto3: ${check.replaceAll('_', ' ')}`, why);
  }
  if (checks.length === 0 || (code !== 0 && !checks.some(([, verdict]) => verdict === 'FAILED'))) {
    report.fail('boto3: runs to its end', output);
  }
}
