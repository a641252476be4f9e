// The local cloud's S3 against boto3's own client for it, held against botocore's own model.
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { runPythonChecks } from './harness/python-checks.mjs';

/** A region whose endpoint makes buckets everywhere, and two that make their own. */
const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];

export const name = 'boto3-s3';

export const needs = () => missing('python3', ['-c', 'import boto3']);

/** @param {import('../report/report.mjs').Report} report */
export async function run(report) {
  const temporary = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'made-up', sessionToken: 'for a while/+=' };
  const cloud = await startLocalCloud({
    accounts: [{ id: '111122223333' }, { id: '444455556666' }, { id: '777788889999', credentials: temporary }],
  });
  const named = Object.fromEntries(regions.map((region) => [region, cloud.endpoint('s3', region)]));
  const settings = { url: cloud.url, named, accounts: cloud.accounts };
  await runPythonChecks(report, name, 'boto3-s3-check.py', settings).finally(() => cloud.close());
}
