import { describe, expect, it } from 'vitest';
import { isLocalCloudOptionsError, startLocalCloud } from '../../index.js';
import { startForTest } from '../../testing/clients.js';
import { send, swiftCaller } from '../../testing/swift.js';
import { Throttle } from '../../throttling/throttle.js';
import { rateOf } from './wire/rates.js';

describe('Swift in the cloud', () => {
  it('has regions of its own, or those that it is given', async () => {
    const cloud = await startForTest({ swiftRegions: ['RegionOne'] });
    expect(cloud.endpoint('swift', 'RegionOne')).toBe(`${cloud.url}/swift/RegionOne`);
    expect(() => cloud.endpoint('swift', 'eu-west-1')).toThrow("'eu-west-1' has no swift; RegionOne alone have it.");
    expect(() => cloud.endpoint('ec2', 'RegionOne')).toThrow('is none of this cloud');
    for (const swiftRegions of [[], ['a', 'a'], ['/'], 'DFW']) {
      const started = startLocalCloud({ swiftRegions } as object);
      expect(isLocalCloudOptionsError(await started.catch((error: unknown) => error))).toBe(true);
    }
  });

  it('wants times that can be', async () => {
    for (const options of [{ swiftTokenTime: 0 }, { swiftTokenTime: 'a day' }, { swiftListingTime: -1 }]) {
      const started = startLocalCloud(options as object);
      expect(isLocalCloudOptionsError(await started.catch((error: unknown) => error))).toBe(true);
    }
  });

  it('fails as it is told to', async () => {
    const cloud = await startForTest({ swiftRegions: ['A', 'B'] });
    const [a, b] = [await swiftCaller(cloud, 'A'), await swiftCaller(cloud, 'B')];
    const fault = { kind: 'error', action: 'GetAccount', status: 401, times: 1 } as const;
    await cloud.setFaults({ A: fault, B: { kind: 'html', status: 503 } });
    expect((await a.ask('GET', '')).text).toContain('<h1>Unauthorized</h1>');
    expect((await a.ask('GET', '')).status).toBe(204);
    expect((await b.ask('GET', '')).status).toBe(503);
    await cloud.setFaults({ B: { kind: 'refused' } });
    await expect(send('GET', cloud.endpoint('swift', 'B'), {})).rejects.toThrow('fetch failed');
    expect((await a.ask('GET', '')).status).toBe(204);
  });

  it('takes 100 writes to a container in a second when calls are throttled', () => {
    const throttle = new Throttle(() => 0);
    const target = { account: 'AUTH_1', container: 'c', object: 'o' };
    const asks = (method: string, change = {}) => throttle.admits('1', 'DFW', rateOf(method, { ...target, ...change }));
    for (let written = 0; written < 100; written += 1) expect(asks('PUT')).toBe(true);
    expect([asks('PUT'), asks('DELETE'), asks('GET')]).toEqual([false, false, true]);
    expect([asks('PUT', { container: 'd' }), asks('POST', { object: undefined })]).toEqual([true, true]);
  });

  it('says what it can', async () => {
    const cloud = await startForTest();
    const info = (await send('GET', `${cloud.url}/info`, {})).json<Record<string, Record<string, unknown>>>();
    expect(info['swift']?.['container_listing_limit']).toBe(10_000);
    expect(info['tempurl']?.['allowed_digests']).toEqual(['sha256', 'sha512']);
    expect((await send('PATCH', `${cloud.endpoint('swift', 'DFW')}/v1/AUTH_111122223333`, {})).status).toBe(405);
    expect((await send('GET', `${cloud.endpoint('swift', 'DFW')}/v2/AUTH_111122223333`, {})).status).toBe(404);
  });
});
