import { assertType, describe, expectTypeOf, it } from 'vitest';
import type { Faults, LocalCloud, LocalCloudOptions } from '../index.js';

describe('the options', () => {
  it('take what the README shows', () => {
    assertType<LocalCloudOptions>({ regions: ['eu-west-1', { name: 'me-south-1', optIn: 'not-opted-in' }] });
    assertType<LocalCloudOptions>({ latency: (region) => region.length, seed: 'none', throttle: true });
    assertType<Faults>({
      'eu-west-1': [
        { kind: 'error', status: 503, times: 2 },
        { kind: 'silent', action: 'DescribeVolumes' },
      ],
    });
  });

  it('take nothing else', () => {
    // @ts-expect-error a region that is off is off for every request
    assertType<Faults>({ 'eu-west-1': { kind: 'notEnabled', times: 1 } });
    // @ts-expect-error only errors and web pages have a status
    assertType<Faults>({ 'eu-west-1': { kind: 'silent', status: 500 } });
    // @ts-expect-error no such latency
    assertType<LocalCloudOptions>({ latency: 'slow' });
    // @ts-expect-error no such option
    assertType<LocalCloudOptions>({ region: 'eu-west-1' });
  });

  it('give a cloud that can be disposed of', () => {
    expectTypeOf<LocalCloud>().toExtend<AsyncDisposable>();
  });
});
