import { describe, expect, test } from 'vitest';
import { isNoRegionError } from '../targets/no-region-error.js';
import { isMixedPartitionsError, MixedPartitionsError } from './mixed-partitions-error.js';
import { isOptIn } from './opt-in.js';
import { partitions } from './partitions.js';
import {
  knownRegions,
  onePartition,
  partitionOf,
  regionInfo,
  regionsOf,
  requirePartition,
  requireRegion,
} from './table.js';
import { isUnknownPartitionError } from './unknown-partition-error.js';
import { isUnknownRegionError } from './unknown-region-error.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('partitions', () => {
  test('there are 36 commercial regions, and 48 in all', () => {
    expect(regionsOf('aws')).toHaveLength(36);
    expect(knownRegions()).toHaveLength(48);
    expect(new Set(knownRegions()).size).toBe(48);
  });

  test('no pseudo region is among them', () => {
    expect(knownRegions().filter((name) => name.includes('global'))).toEqual([]);
  });

  test('each signs for its global services in a region of its own', () => {
    for (const { id, implicitGlobalRegion } of partitions) expect(partitionOf(implicitGlobalRegion)).toBe(id);
  });

  test('have the suffixes of their hosts', () => {
    expect(requirePartition('aws-cn')).toMatchObject({
      dnsSuffix: 'amazonaws.com.cn',
      implicitGlobalRegion: 'cn-northwest-1',
    });
    expect(requirePartition('aws-eusc').dnsSuffix).toBe('amazonaws.eu');
    expect(requirePartition('aws').dualStackDnsSuffix).toBe('api.aws');
  });

  test('an unknown one is refused with the names of those that exist', () => {
    const error = thrownBy(() => regionsOf('aws-china'));
    expect(isUnknownPartitionError(error)).toBe(true);
    expect(error).toMatchObject({ partition: 'aws-china', known: partitions.map(({ id }) => id) });
    expect(String(error)).toContain("unknown partition 'aws-china': use one of aws, aws-cn, aws-eusc");
  });
});

describe('regions', () => {
  test('are described', () => {
    const spain = { name: 'eu-south-2', partition: 'aws', description: 'Europe (Spain)', optIn: true };
    expect(regionInfo('eu-south-2')).toEqual(spain);
    expect(requireRegion('eu-south-2')).toBe(regionInfo('eu-south-2'));
    expect(Object.isFrozen(regionInfo('eu-south-2'))).toBe(true);
  });

  test.each(['aws-global', 'constructor', '__proto__', '', 'DFW'])('%j is none', (name) => {
    expect(regionInfo(name)).toBeUndefined();
    expect(partitionOf(name)).toBeUndefined();
    expect(isOptIn(name)).toBe(false);
  });

  test.each([
    ['us-east-99', 'us-east-1'],
    ['us-east-1\n', 'us-east-1'],
    ['US-WEST-2', 'us-west-2'],
    ['eu-wset-3', 'eu-west-3'],
    ['aws-global', 'us-east-1'],
    ['aws-cn-global', 'cn-northwest-1'],
    ['aws-us-gov-global', 'us-gov-west-1'],
  ])('%j is refused, naming %s', (name, nearest) => {
    const error = thrownBy(() => requireRegion(name));
    expect(isUnknownRegionError(error)).toBe(true);
    expect(error).toMatchObject({ region: name, nearest });
    expect(String(error)).toContain(`did you mean ${nearest}?`);
  });

  test.each([
    'UPPER-1',
    'x@attacker:443/#',
    'evil.example/',
    'a.b',
    '../x',
    '%2e',
    'x'.repeat(70),
    '',
    '\u202eus-east-1',
  ])('%j is refused, in a message that is safe to print', (name) => {
    const error = thrownBy(() => requireRegion(name));
    expect(isUnknownRegionError(error)).toBe(true);
    expect(String(error)).toMatch(/^UnknownRegionError: unknown region '[ -~…]*'; did you mean [a-z]+-[a-z-]+-\d\?/);
  });
});

describe('onePartition', () => {
  test('is the partition of all', () => {
    expect(onePartition(['us-east-1', 'eu-west-1'])).toBe('aws');
    expect(onePartition(['cn-north-1'])).toBe('aws-cn');
  });

  test('names the regions of each partition when there are several', () => {
    const error = thrownBy(() => onePartition(['us-east-1', 'cn-north-1', 'eu-west-1']));
    if (!isMixedPartitionsError(error)) throw error;
    expect([...error.partitions]).toEqual([
      ['aws', ['us-east-1', 'eu-west-1']],
      ['aws-cn', ['cn-north-1']],
    ]);
    expect(error.message).toContain('aws (us-east-1, eu-west-1) and aws-cn (cn-north-1): make one set for each');
  });

  test('does not fill the message with names', () => {
    const error = new MixedPartitionsError(
      new Map([
        ['aws', regionsOf('aws')],
        ['aws-cn', ['cn-north-1']],
      ]),
    );
    expect(error.message).toContain('ap-northeast-2 and 31 more');
  });

  test('refuses an unknown region and an empty list', () => {
    expect(isUnknownRegionError(thrownBy(() => onePartition(['us-east-1', 'us-esat-1'])))).toBe(true);
    expect(isNoRegionError(thrownBy(() => onePartition([])))).toBe(true);
  });
});
