// The local cloud's SimpleDB against boto3's own client for it, every operation, held against botocore's own model.
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPython } from './harness/python.mjs';

export const name = 'boto3-sdb';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const cloud = await startLocalCloud();
  const settings = { url: cloud.url, named: cloud.endpoint('sdb', 'eu-west-1'), accounts: cloud.accounts };
  const { output, code } = await runPython('boto3-sdb-check.py', settings).finally(() => cloud.close());
  const checks = [...output.matchAll(/^(ok|FAILED) +(\w+)(.*)$/gm)];
  for (const [, verdict, check = '', why] of checks) {
    if (verdict === 'ok') report.pass(`boto3-sdb: ${check.replaceAll('_', ' ')}`);
    else report.fail(`boto3-sdb: ${check.replaceAll('_', ' ')}`, why);
  }
  if (checks.length === 0 || (code !== 0 && !checks.some(([, verdict]) => verdict === 'FAILED'))) {
    report.fail('boto3-sdb: runs to its end', output);
  }
}
