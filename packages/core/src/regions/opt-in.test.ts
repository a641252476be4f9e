import { expect, test } from 'vitest';
import { optInRegions } from './opt-in.js';
import { knownRegions, partitionOf, regionInfo, regionsOf } from './table.js';

/** Closed for good: every region introduced after 2019-03-20 is opt-in. A new SDK table fails here until it is dated. */
const always =
  'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 ' +
  'eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2';

test('every commercial region is in the table or was there before', () => {
  expect([...always.split(' '), ...optInRegions.keys()].sort()).toEqual([...regionsOf('aws')].sort());
});

test('all that are dated opened after the rule did, in the order of the table', () => {
  const months = [...optInRegions.values()].filter((month) => month !== undefined);
  expect(months).toEqual([...months].sort());
  expect(months[0]).toBe('2019-04');
  expect(months.every((month) => /^20\d\d-(0[1-9]|1[0-2])$/.test(month))).toBe(true);
});

test('it exists in the commercial partition alone', () => {
  const elsewhere = knownRegions().filter((name) => partitionOf(name) !== 'aws');
  expect(elsewhere.filter((name) => regionInfo(name)?.optIn)).toEqual([]);
});
