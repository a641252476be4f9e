import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, startForTest } from '../../testing/clients.js';
import { QueryParameters } from '../../wire/query-parameters.js';
import { ec2Bucket } from './ec2-throttling.js';

describe('ec2Bucket', () => {
  it.each([
    ['DescribeVolumes', '', 50, 10],
    ['DescribeVolumes', 'MaxResults=5', 100, 20],
    ['DescribeVolumes', 'Filter.1.Name=size&Filter.1.Value.1=8', 100, 20],
    ['DescribeRegions', '', 100, 20],
    ['CreateTags', '', 100, 10],
    ['DeleteVolume', '', 100, 5],
    ['ModifySnapshotAttribute', '', 50, 5],
  ])('%s(%s)', (action, query, capacity, refillPerSecond) => {
    expect(ec2Bucket(action, QueryParameters.parse(query))).toMatchObject({ capacity, refillPerSecond });
  });
});

describe('a cloud that throttles', { timeout: 30_000 }, () => {
  it('answers RequestLimitExceeded when the bucket is empty, in that region alone', async () => {
    const cloud = await startForTest({ throttle: true });
    const ireland = ec2Client(cloud, 'eu-west-1');
    const codes = await Promise.all(Array.from({ length: 80 }, () => codeOf(ireland.describeVolumes({}))));
    const refused = codes.filter((code) => code === 'RequestLimitExceeded').length;
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(30);
    expect(await codeOf(ireland.describeVolumes({ MaxResults: 5 }))).toBe('no error');
    expect(await codeOf(ec2Client(cloud, 'eu-west-2').describeVolumes({}))).toBe('no error');
  });
});
