import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { codeOf, ec2Client, otherAccount, startForTest } from '../../testing/clients.js';
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
    ['DescribeImages', '', 100, 20],
    ['DeregisterImage', '', 100, 5],
    ['ModifyImageAttribute', '', 100, 5],
    ['ModifySnapshotAttribute', '', 100, 5],
    ['ResetSnapshotAttribute', '', 50, 5],
    ['RegisterImage', '', 50, 5],
  ])('%s(%s)', (action, query, capacity, refillPerSecond) => {
    expect(ec2Bucket(action, QueryParameters.parse(query))).toMatchObject({ capacity, refillPerSecond });
  });
});

describe('a cloud that throttles', { timeout: 30_000 }, () => {
  it('answers RequestLimitExceeded when the bucket is empty, in that region and for that account alone', async () => {
    const cloud = await startForTest({ throttle: true });
    // Time stands still, so that nothing is regained however slow the machine is.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    onTestFinished(() => void vi.restoreAllMocks());
    const ireland = ec2Client(cloud, 'eu-west-1');
    const codes = await Promise.all(Array.from({ length: 60 }, () => codeOf(ireland.describeVolumes({}))));
    expect(codes.filter((code) => code === 'no error')).toHaveLength(50);
    expect(codes.filter((code) => code === 'RequestLimitExceeded')).toHaveLength(10);
    expect(await codeOf(ireland.describeVolumes({ MaxResults: 5 }))).toBe('no error');
    expect(await codeOf(otherAccount(cloud, 'eu-west-1').describeVolumes({}))).toBe('no error');
    expect(await codeOf(ec2Client(cloud, 'eu-west-2').describeVolumes({}))).toBe('no error');
  });
});
