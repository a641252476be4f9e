import { expect, test } from 'vitest';
import { serviceSet } from '../set/service-set.js';

/** Pages as EFS gives them: each repeats the marker that it was asked with, the last one too. */
class FileSystems {
  async *paginateFileSystems(): AsyncGenerator<object> {
    yield { FileSystems: ['a'], NextMarker: 'b' };
    yield { FileSystems: ['b'], Marker: 'b', NextMarker: 'c' };
    yield { FileSystems: ['c'], Marker: 'c' };
  }
}

test('a marker that repeats the question is no token to go on from', async () => {
  const set = serviceSet(() => new FileSystems(), { service: 'efs', regions: ['eu-west-1'] });
  const { truncated, outcomes } = await set.paginateFileSystems().report();
  expect(outcomes.map(({ status }) => status)).toEqual(['ok']);
  expect(truncated).toEqual([]);
});

/** Pages that say that there is more by a token of a name that nobody knows. */
class Records {
  async *paginateRecords(): AsyncGenerator<object> {
    yield { IsTruncated: true, NextRecordName: 'b' };
    yield { IsTruncated: true, NextRecordName: 'c' };
    yield { IsTruncated: false };
  }
}

test('pages that are cut are read to the last one, whatever their token is called', async () => {
  const set = serviceSet(() => new Records(), { service: 'route53', regions: ['us-east-1'] });
  expect(await set.paginateRecords().count()).toEqual({ count: 3, exact: true, missing: [] });
});
