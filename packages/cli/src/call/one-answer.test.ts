import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as s3 from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { loadService } from '../services/load-service.js';
import { capturedHost } from '../testing/captured.js';
import { oneRegionFor } from './one-answer.js';

const classes = { ec2: ec2.EC2, iam: iam.IAM, s3: s3.S3, logs: logs.CloudWatchLogs };

test.each([
  ['ec2', 'DescribeVolumes', {}, undefined],
  ['logs', 'DescribeLogGroups', {}, undefined],
  ['iam', 'ListUsers', {}, 'us-east-1'],
  ['s3api', 'ListBuckets', {}, 'us-east-1'],
  ['ec2', 'DescribeRegions', {}, 'us-east-1'],
  ['s3api', 'ListObjectsV2', {}, undefined],
  ['iam', 'ListUsers', { AWS_REGION: 'cn-northwest-1' }, 'cn-north-1'],
])('%s %s with %j is asked in %s', async (name, operation, env, expected) => {
  const service = await loadService(name, process.cwd());
  expect(Object.values(classes)).toContain(service.Client);
  expect(oneRegionFor(service, operation, { ...capturedHost(), env })).toBe(expected);
});
