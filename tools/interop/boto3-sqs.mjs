// The local cloud's SQS against boto3's own client for it, every operation, held against botocore's own model, and against
// classic clients' protocol of forms and XML, signed by botocore.
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPythonChecks } from './harness/python-checks.mjs';

export const name = 'boto3-sqs';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const cloud = await startLocalCloud();
  const settings = { url: cloud.url, named: cloud.endpoint('sqs', 'eu-west-1'), accounts: cloud.accounts };
  await runPythonChecks(report, name, 'boto3-sqs-check.py', settings).finally(() => cloud.close());
}
