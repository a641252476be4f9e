import { expect, test } from 'vitest';
import { copySource } from './copy-source.js';

test('a source is encoded, but for the slashes of its key', () => {
  expect(copySource('example-reports', 'a b/ü+?.csv')).toBe('example-reports/a%20b/%C3%BC%2B%3F.csv');
  expect(copySource('example-reports', 'a', 'v+1')).toBe('example-reports/a?versionId=v%2B1');
});

test('an access point has its objects under a name of their own', () => {
  const arn = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports';
  expect(decodeURIComponent(copySource(arn, 'a/b'))).toBe(`${arn}/object/a/b`);
});
