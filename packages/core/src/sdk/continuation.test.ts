import { expect, test } from 'vitest';
import { continuationOf } from './continuation.js';
import { isTruncated } from './truncation.js';

test.each([
  ['EC2, SQS, SNS', { NextToken: 't' }, 't'],
  ['CloudWatch Logs, ECS', { nextToken: 't' }, 't'],
  ['Lambda, KMS, ELB', { NextMarker: 't', Truncated: true }, 't'],
  ['S3 ListObjectsV2', { IsTruncated: true, NextContinuationToken: 't', ContinuationToken: 'echo' }, 't'],
  ['S3 ListObjectVersions', { IsTruncated: true, NextKeyMarker: 't', KeyMarker: 'echo' }, 't'],
  ['S3 ListParts, whole', { IsTruncated: false, NextPartNumberMarker: '5' }, undefined],
  ['IAM, more', { IsTruncated: true, Marker: 't' }, 't'],
  ['IAM, whole', { IsTruncated: false }, undefined],
  ['RDS, more', { Marker: 't' }, 't'],
  ['RDS, whole', { DBInstances: [] }, undefined],
  ['an S3 echo in a whole answer', { IsTruncated: false, Marker: 'echo' }, undefined],
  ['Route 53, whose token has parts', { IsTruncated: true, NextRecordName: 'a', NextRecordType: 'A' }, undefined],
  ['DynamoDB Scan, whose token is a key', { LastEvaluatedKey: { id: { S: 'a' } } }, '{"id":{"S":"a"}}'],
  ['DynamoDB ListTables', { LastEvaluatedTableName: 't' }, 't'],
  ['the tagging API at its end', { PaginationToken: '' }, undefined],
  ['an empty token', { NextToken: '' }, undefined],
  ['no object', 5, undefined],
  ['nothing', undefined, undefined],
])('%s', (_, answer, token) => {
  expect(continuationOf(answer)).toBe(token);
});

test('a marker that only repeats the question is no token (EFS)', () => {
  expect(isTruncated('elasticfilesystem', 'describeFileSystems', { Marker: 'm' }, { Marker: 'm' })).toBe(false);
  const more = { Marker: 'm', NextMarker: 'n' };
  expect(isTruncated('elasticfilesystem', 'describeFileSystems', { Marker: 'm' }, more)).toBe(true);
  expect(isTruncated('rds', 'describeDBInstances', { Marker: 'm' }, { Marker: 'n' })).toBe(true);
});

test('an answer that says outright that it is cut is truncated, whatever its token is called', () => {
  expect(isTruncated('route53', 'listResourceRecordSets', {}, { IsTruncated: true, NextRecordName: 'a' })).toBe(true);
  expect(isTruncated('route53', 'listResourceRecordSets', {}, { IsTruncated: false })).toBe(false);
  expect(isTruncated('ec2', 'describeVolumes', {}, undefined)).toBe(false);
});
