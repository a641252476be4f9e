import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as ec2 from '@aws-sdk/client-ec2';
import * as s3 from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operationIn } from '../testing/operation.js';
import { keptOf } from './kept-members.js';
import { MergedAnswer } from './merged-answer.js';
import { rowsOf, tableRowsOf } from './rows.js';

const volumes = operationIn('ec2', ec2, 'describe-volumes');
const objects = operationIn('s3', s3, 'list-objects-v2');
const query = operationIn('dynamodb', dynamodb, 'query');

function merged(kept: ReturnType<typeof keptOf>, pages: readonly object[]): object {
  const answer = new MergedAnswer(kept);
  for (const page of pages) answer.add(page);
  return answer.value;
}

test('lists go on from page to page, and the token is gone', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string())), (lists) => {
      const pages = lists.map((list, at) => ({ Volumes: list, NextToken: `t${at}` }));
      const expected = lists.length === 0 ? {} : { Volumes: lists.flat() };
      expect(merged(keptOf(volumes), pages)).toEqual(expected);
    }),
  );
});

test('what is merged leaves the pages as they were', () => {
  const pages = [{ Volumes: [1] }, { Volumes: [2] }];
  merged(keptOf(volumes), pages);
  expect(pages).toEqual([{ Volumes: [1] }, { Volumes: [2] }]);
});

test('what is no list is of the first page, and what counts is added up', () => {
  const pages = [
    { Items: [1], Count: 1, ScannedCount: 5, ConsumedCapacity: { TableName: 'a' }, LastEvaluatedKey: {} },
    { Items: [2, 3], Count: 2, ScannedCount: 6, ConsumedCapacity: { TableName: 'b' } },
  ];
  expect(merged(keptOf(query), pages)).toMatchObject({
    Items: [1, 2, 3],
    Count: 3,
    ScannedCount: 11,
    ConsumedCapacity: { TableName: 'a' },
  });
});

test('a page that has no list yet takes nothing away', () => {
  expect(merged(keptOf(objects), [{ Contents: [1] }, {}, { Contents: [2], CommonPrefixes: [3] }])).toEqual({
    Contents: [1, 2],
    CommonPrefixes: [3],
    Prefix: null,
    RequestCharged: null,
  });
});

test("of S3's listing the AWS CLI keeps what was listed", () => {
  const page = { Contents: [1], IsTruncated: false, Name: 'bucket', KeyCount: 1, MaxKeys: 1_000, Prefix: 'p' };
  expect(merged(keptOf(objects), [page])).toEqual({ Contents: [1], Prefix: 'p', RequestCharged: null });
});

test('members of members', () => {
  const kept = { members: ['ResultSet.Rows', 'ResultSet.Meta'], added: new Set<string>(), nulls: ['ResultSet.None'] };
  const pages = [{ ResultSet: { Rows: [1], Meta: 'm' } }, { ResultSet: { Rows: [2], Meta: 'n' } }];
  expect(merged(kept, pages)).toEqual({ ResultSet: { Rows: [1, 2], Meta: 'm', None: null } });
});

test('rows are the items of the one list, else the answer', () => {
  expect(rowsOf(volumes, true)({ Volumes: [{ VolumeId: 'a' }, { VolumeId: 'b' }] })).toEqual([
    { VolumeId: 'a' },
    { VolumeId: 'b' },
  ]);
  expect(rowsOf(volumes, true)({})).toEqual([]);
  expect(rowsOf(objects, true)({ Contents: [1], Name: 'b' })).toEqual([{ Contents: [1] }]);
  const tables = operationIn('dynamodb', dynamodb, 'list-tables');
  expect(rowsOf(tables, true)({ TableNames: ['a'] })).toEqual([{ TableNames: 'a' }]);
});

test('a table of instances has a row for each, whichever reservation they are of', () => {
  const instances = operationIn('ec2', ec2, 'describe-instances');
  const page = { Reservations: [{ Instances: [{ InstanceId: 'a' }, { InstanceId: 'b' }] }, {}] };
  expect(tableRowsOf(instances, true)(page)).toEqual([{ InstanceId: 'a' }, { InstanceId: 'b' }]);
  expect(rowsOf(instances, true)(page)).toHaveLength(2);
});
