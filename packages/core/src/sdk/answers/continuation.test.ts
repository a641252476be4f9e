import * as ec2Module from '@aws-sdk/client-ec2';
import * as s3Module from '@aws-sdk/client-s3';
import * as sqsModule from '@aws-sdk/client-sqs';
import * as stsModule from '@aws-sdk/client-sts';
import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';
import { continuationOf } from './continuation.js';
import { isTruncated } from './truncation.js';

type CommandClass = new (input: object) => { readonly schema: readonly unknown[] };

/** The names of the members that an operation answers with. */
function outputMembers({ schema }: { readonly schema: readonly unknown[] }): readonly string[] {
  const output = NormalizedSchema.of(schema[5] as never);
  return output.isStructSchema() ? [...output.structIterator()].map(([name]) => name) : [];
}

test.each([
  ['EC2, SQS, SNS', { NextToken: 't' }, 't'],
  ['CloudWatch Logs, ECS', { nextToken: 't' }, 't'],
  ['Lambda, KMS, ELB', { NextMarker: 't', Truncated: true }, 't'],
  ['S3 ListObjectsV2', { IsTruncated: true, NextContinuationToken: 't', ContinuationToken: 'echo' }, 't'],
  ['S3 ListBuckets', { Buckets: [], ContinuationToken: 't' }, 't'],
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

test('a token that S3 only repeats is none', () => {
  expect(isTruncated('s3', 'listBuckets', { ContinuationToken: 't' }, { ContinuationToken: 't' })).toBe(false);
  expect(isTruncated('s3', 'listBuckets', { ContinuationToken: 't' }, { ContinuationToken: 'u' })).toBe(true);
});

test('the token of every paginated operation of these clients is known', () => {
  const unknown = [ec2Module, s3Module, sqsModule, stsModule].flatMap((client) =>
    Object.entries(client).flatMap(([name, made]) => {
      if (!name.startsWith('paginate')) return [];
      // A paginator is made of its operation and the names of its tokens, which only its source tells.
      const command = (client as Record<string, unknown>)[`${name.slice('paginate'.length)}Command`] as CommandClass;
      const members = outputMembers(new command({}));
      const tokens = members.filter((member) => /Token|Marker$/.test(member));
      const answer = Object.fromEntries(tokens.map((token) => [token, 't']));
      return typeof made === 'function' && tokens.length > 0 && continuationOf(answer) === undefined ? [name] : [];
    }),
  );
  expect(unknown).toEqual([]);
});

test('an answer that says outright that it is cut is truncated, whatever its token is called', () => {
  expect(isTruncated('route53', 'listResourceRecordSets', {}, { IsTruncated: true, NextRecordName: 'a' })).toBe(true);
  expect(isTruncated('route53', 'listResourceRecordSets', {}, { IsTruncated: false })).toBe(false);
  expect(isTruncated('ec2', 'describeVolumes', {}, undefined)).toBe(false);
});
