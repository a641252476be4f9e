import { expect, test } from 'vitest';
import { arnOf } from './arn.js';

test.each([
  [{ service: 'ec2', region: 'eu-west-1', partition: 'aws' }, 'arn:aws:ec2:eu-west-1:1:volume/vol-1'],
  [{ service: 'ec2', region: 'cn-north-1' }, 'arn:aws-cn:ec2:cn-north-1:1:volume/vol-1'],
  [{ service: 'ec2', region: 'us-gov-west-1' }, 'arn:aws-us-gov:ec2:us-gov-west-1:1:volume/vol-1'],
  [{ service: 'ec2', region: 'xx-north-9' }, 'arn:aws:ec2:xx-north-9:1:volume/vol-1'],
])('the partition is that of the region: %j', (target, arn) => {
  expect(arnOf(target, '1', 'volume/vol-1')).toBe(arn);
});
