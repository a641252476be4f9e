import { describe, expect, it } from 'vitest';
import { Throttle } from './throttle.js';

const choice = { name: 'ec2:DescribeVolumes', capacity: 3, refillPerSecond: 10 };

describe('Throttle', () => {
  it('lets through what the bucket holds, then what it regains', () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    const ask = (): boolean => throttle.admits('1', 'eu-west-1', choice);
    expect([ask(), ask(), ask(), ask()]).toEqual([true, true, true, false]);
    now = 99;
    expect(ask()).toBe(false);
    now = 150;
    expect([ask(), ask()]).toEqual([true, false]);
    now = 1_000_000;
    expect([ask(), ask(), ask(), ask()]).toEqual([true, true, true, false]);
  });

  it('keeps accounts, regions and buckets apart', () => {
    const throttle = new Throttle(() => 0);
    const small = { ...choice, capacity: 1 };
    expect(throttle.admits('1', 'eu-west-1', small)).toBe(true);
    expect(throttle.admits('1', 'eu-west-1', small)).toBe(false);
    expect(throttle.admits('2', 'eu-west-1', small)).toBe(true);
    expect(throttle.admits('1', 'eu-west-2', small)).toBe(true);
    expect(throttle.admits('1', 'eu-west-1', { ...small, name: 'ec2:CreateTags' })).toBe(true);
  });
});
