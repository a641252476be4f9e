import { expect, test } from 'vitest';
import { oneBucket } from '../testing/one-bucket.js';
import { websiteEndpoint } from './website-endpoint.js';

test.each([
  ['us-east-1', 'http://b.s3-website-us-east-1.amazonaws.com'],
  ['sa-east-1', 'http://b.s3-website-sa-east-1.amazonaws.com'],
  ['us-gov-west-1', 'http://b.s3-website-us-gov-west-1.amazonaws.com'],
  ['us-gov-east-1', 'http://b.s3-website.us-gov-east-1.amazonaws.com'],
  ['us-east-2', 'http://b.s3-website.us-east-2.amazonaws.com'],
  ['eu-central-1', 'http://b.s3-website.eu-central-1.amazonaws.com'],
  ['ap-northeast-2', 'http://b.s3-website.ap-northeast-2.amazonaws.com'],
  ['cn-north-1', 'http://b.s3-website.cn-north-1.amazonaws.com.cn'],
])('a website of %s is at %s', (region, url) => {
  expect(websiteEndpoint('b', region)).toBe(url);
});

test('a bucket whose region is known asks nothing for it', async () => {
  const { bucket, sent } = oneBucket();
  expect(await bucket.websiteEndpoint()).toBe('http://example-reports.s3-website-eu-west-1.amazonaws.com');
  expect(sent).toEqual([]);
});
