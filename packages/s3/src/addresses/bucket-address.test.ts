import { regionsOf } from '@proj/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketAddress } from './bucket-address.js';
import { isBucketAddressError } from './bucket-address-error.js';
import { regionOfZone } from './zone-region.js';

test.each([
  ['my-bucket', 'bucket', undefined],
  ['My_Old.Bucket', 'bucket', undefined],
  ['base--usw2-az1--x-s3', 'directory', 'us-west-2'],
  ['base--apne1-az4--x-s3', 'directory', 'ap-northeast-1'],
  ['base--eun1-az1--x-s3', 'directory', 'eu-north-1'],
  ['arn:aws:s3:eu-west-1:111122223333:accesspoint/mine', 'accessPoint', 'eu-west-1'],
  ['arn:aws:s3-object-lambda:us-west-2:111122223333:accesspoint/mine', 'accessPoint', 'us-west-2'],
  ['arn:aws:s3-outposts:us-west-2:111122223333:outpost/op-1/accesspoint/mine', 'accessPoint', 'us-west-2'],
])('%s is a %s in %s', (given, kind, region) => {
  expect(bucketAddress(given)).toEqual({ kind, region });
});

test.each([
  ['', 'names no bucket'],
  ['a/b', 'give the name alone'],
  ['s3://a', 'give the name alone'],
  ['base--zzz9-az1--x-s3', 'in no region that is known'],
  ['arn:aws:s3:::my-bucket', 'give its name'],
  ['arn:aws:s3::111122223333:accesspoint/mine.mrap', 'SigV4a'],
  ['arn:aws:s3:us-east-99:111122223333:accesspoint/mine', 'no region that is known'],
  ['arn:aws:sqs:eu-west-1:111122223333:mine', 'of no access point'],
])('%s says why it cannot be', (given, why) => {
  expect(() => bucketAddress(given)).toThrow(why);
});

test('whatever is given is an address or a BucketAddressError', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `arn:${text}`),
      ),
      (given) => {
        try {
          expect(['bucket', 'directory', 'accessPoint']).toContain(bucketAddress(given).kind);
        } catch (error) {
          expect(isBucketAddressError(error)).toBe(true);
        }
      },
    ),
  );
});

test('the zones of every region lead to it, and to no other', () => {
  const zones = {
    'us-east-1': 'use1-az6',
    'ap-southeast-2': 'apse2-az1',
    'ca-central-1': 'cac1-az4',
    'us-gov-west-1': 'usgw1-az1',
  };
  for (const [region, zone] of Object.entries(zones)) expect(regionOfZone(zone)).toBe(region);
  const all = ['aws', 'aws-cn', 'aws-us-gov'].flatMap((partition) => [...regionsOf(partition)]);
  expect(all.length).toBeGreaterThan(30);
});
