// The local cloud's S3 against boto3, by what AWS documents, each answer held against botocore's own model.
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPythonChecks } from './harness/python-checks.mjs';

export const name = 'boto3-s3';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const cloud = await startLocalCloud();
  const settings = { url: cloud.url, named: cloud.endpoint('s3', 'us-west-2'), accounts: cloud.accounts };
  await runPythonChecks(report, name, 'boto3-s3-check.py', settings).finally(() => cloud.close());
}
