import { isUnsortedError } from '@proj/core';
import { expect, test } from 'vitest';
import { accountOf, cloudOf } from '../testing/cloud.js';
import type { Volume } from '../volumes/volume.js';

const regions = ['us-east-1', 'eu-west-1', 'eu-west-2'];

async function inOrder(compare: (a: Volume, b: Volume) => number): Promise<readonly Volume[]> {
  const cloud = await cloudOf({ regions, seed: { volumes: 12 } });
  const pages = accountOf(cloud).paginateVolumes({}, { pageSize: 5 });
  const volumes = await pages
    .items((page) => page.volumes)
    .sorted(compare)
    .toArray();
  expect(cloud.requests.count({ action: 'DescribeVolumes' })).toBe(9);
  return volumes;
}

test('an order by region holds in every page, so that regions can be merged by it', async () => {
  const volumes = await inOrder((a, b) => a.region.localeCompare(b.region));
  expect(volumes.map(({ region }) => region)).toEqual(regions.toSorted().flatMap((region) => Array(12).fill(region)));
});

test('EC2 keeps no order of its own within a region', async () => {
  const error = await inOrder((a, b) => (a.id < b.id ? -1 : 1)).catch((caught: unknown) => caught);
  expect(isUnsortedError(error)).toBe(true);
});
