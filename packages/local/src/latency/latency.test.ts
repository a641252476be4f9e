import { describe, expect, it } from 'vitest';
import { commercialRegions } from '../regions/commercial-regions.js';
import { ec2Client, startForTest } from '../testing/clients.js';
import { latencyOf } from './latency.js';
import { measuredLatency } from './measured-latency.js';

describe('latency', () => {
  it('has a figure for every commercial region, and says which of them a formula gave', () => {
    const names = commercialRegions.map(({ name }) => name);
    expect(Object.keys(measuredLatency.regions).sort()).toEqual([...names].sort());
    const modelled = names.filter((name) => measuredLatency.regions[name]?.basis === 'model');
    expect(modelled).toEqual(['ap-east-2', 'ap-southeast-6', 'me-west-1', 'sa-west-1']);
    expect(latencyOf('measured', 'eu-west-1')).toBe(69.558);
  });

  it('holds the answer back from the arrival on, in that region alone', { timeout: 30_000 }, async () => {
    const cloud = await startForTest({ latency: (region) => (region === 'eu-west-1' ? 120 : 0) });
    const took = async (region: string): Promise<number> => {
      const ec2 = ec2Client(cloud, region);
      await ec2.describeVpcs({});
      const startedAt = performance.now();
      await ec2.describeVpcs({});
      return performance.now() - startedAt;
    };
    const [quick, slow] = await Promise.all([took('us-east-1'), took('eu-west-1')]);
    // A timer may be a fraction of a millisecond early.
    expect(slow).toBeGreaterThanOrEqual(119);
    expect(quick).toBeLessThan(slow);
  });

  it('takes a region of Rackspace to be as far away as the nearest of AWS', () => {
    expect(latencyOf('measured', 'LON')).toBe(latencyOf('measured', 'eu-west-2'));
    expect(latencyOf('measured', 'RegionOne')).toBe(0);
  });
});
