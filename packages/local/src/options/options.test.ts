import { describe, expect, it } from 'vitest';
import { isLocalCloudOptionsError, type LocalCloudOptions, LocalCloudOptionsError, startLocalCloud } from '../index.js';
import { startForTest } from '../testing/clients.js';

const HERE = 'eu-west-1';
const off = { name: HERE, optin: 'not-opted-in' };

describe('the options', () => {
  it.each<[string, unknown]>([
    ['options', null],
    ['options', 'measured'],
    ['options', [HERE]],
    ['fault', { fault: { [HERE]: { kind: 'silent' } } }],
    ['regions', { regions: [] }],
    ['regions', { regions: HERE }],
    ['regions', { regions: [null] }],
    ['regions', { regions: [HERE, HERE] }],
    ['regions', { regions: ['evil.example/#'] }],
    ['regions', { regions: ['eu-west-1\n'] }],
    ['regions', { regions: ['eu-west-9'] }],
    ['regions', { regions: [{ name: 'eu-west-9' }] }],
    ['regions', { regions: [{ name: 7 }] }],
    ['regions.optin', { regions: [off] }],
    ['regions', { regions: [{ name: HERE, optIn: 'maybe' }] }],
    ['accounts', { accounts: [] }],
    ['accounts', { accounts: '111122223333' }],
    ['accounts', { accounts: ['111122223333'] }],
    ['accounts', { accounts: [{ id: '1' }] }],
    ['accounts', { accounts: [{ id: 111122223333 }] }],
    ['accounts.key', { accounts: [{ id: '111122223333', key: 'AKIDEXAMPLE' }] }],
    ['accounts', { accounts: [{ id: '111122223333' }, { id: '111122223333' }] }],
    ['accounts', { accounts: [{ id: '111122223333', credentials: { accessKeyId: 'a/b', secretAccessKey: 'c' } }] }],
    ['accounts', { accounts: [{ id: '111122223333', credentials: { accessKeyId: 'a' } }] }],
    ['accounts', { accounts: [{ id: '111122223333', credentials: null }] }],
    ['latency', { latency: 'slow' }],
    ['latency', { latency: null }],
    ['snapshotTime', { snapshotTime: null }],
    ['latency', { latency: () => Number.NaN }],
    ['latency', { latency: 'measured', regions: [{ name: 'mars-north-1', optIn: 'opted-in' }] }],
    ['clock', { clock: 5 }],
    ['clock', { clock: { now: () => 0 } }],
    ['throttle', { throttle: 'yes' }],
    ['port', { port: 70_000 }],
    ['port', { port: 1.5 }],
    ['port', { port: '8080' }],
    ['snapshotTime', { snapshotTime: -1 }],
    ['imageTime', { imageTime: Number.NaN }],
    ['seed.publicImages', { seed: { publicImages: 1.5 } }],
    ['seed', { seed: 5 }],
    ['seed', { seed: null }],
    ['seed', { seed: 'nothing' }],
    ['seed.volume', { seed: { volume: 5 } }],
    ['seed.volumes', { seed: { volumes: -1 } }],
    ['seed.instances', { seed: { instances: () => 0.5 } }],
  ])('refuse bad %s: %j', refused);

  it.each<[string, unknown]>([
    ['faults', null],
    ['faults', [{ kind: 'silent' }]],
    ['faults.mars-1', { 'mars-1': { kind: 'silent' } }],
    ['faults.eu-west-1', { [HERE]: 'silent' }],
    ['faults.eu-west-1', { [HERE]: { kind: 'nonsense' } }],
    ['faults.eu-west-1', { [HERE]: [{ kind: 'silent' }, { kind: 'toString' }] }],
    ['faults.eu-west-1', { [HERE]: { kind: 'notEnabled' } }],
    ['faults.eu-west-1.time', { [HERE]: { kind: 'silent', time: 1 } }],
    ['faults.eu-west-1.status', { [HERE]: { kind: 'reset', status: 500 } }],
    ['faults.eu-west-1.times', { [HERE]: { kind: 'silent', times: 0 } }],
    ['faults.eu-west-1.action', { [HERE]: { kind: 'silent', action: ['DescribeVolumes'] } }],
    ['faults.eu-west-1.status', { [HERE]: { kind: 'error', status: 99 } }],
    ['faults.eu-west-1.code', { [HERE]: { kind: 'error', code: 503 } }],
    ['faults.eu-west-1.message', { [HERE]: { kind: 'error', message: 1 } }],
    ['faults.eu-west-1.length', { [HERE]: { kind: 'truncated', length: 'none' } }],
    ['faults.*.bytesPerSecond', { '*': { kind: 'drip', bytesPerSecond: 0 } }],
  ])('refuse bad %s: %j', (option, faults) => refused(option, { faults }));

  it('take a region of one’s own from who says whether it is opted in', async () => {
    const cloud = await startForTest({ regions: [{ name: 'mars-north-1', optIn: 'opted-in' }, { name: HERE }] });
    expect(cloud.regions).toEqual([
      { name: 'mars-north-1', optIn: 'opted-in' },
      { name: HERE, optIn: 'opt-in-not-required' },
    ]);
  });

  it('take undefined for what is left out', async () => {
    const faults = { [HERE]: { kind: 'error', status: undefined, times: undefined, action: undefined } } as const;
    const cloud = await startForTest({ regions: undefined, seed: undefined, throttle: undefined, faults });
    expect(cloud.regions).toHaveLength(36);
    await expect(cloud.setFaults(undefined as never)).rejects.toMatchObject({ option: 'faults' });
  });

  it('never show the secret of a key that they refuse', async () => {
    const accounts = [{ id: '111122223333', credentials: { accessKeyId: 'a/b', secretAccessKey: 'S3CRET' } }];
    await expect(startLocalCloud({ accounts })).rejects.not.toThrow('S3CRET');
  });
});

async function refused(option: string, options: unknown): Promise<void> {
  const error = await startLocalCloud(options as LocalCloudOptions).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(LocalCloudOptionsError);
  expect(isLocalCloudOptionsError(error)).toBe(true);
  expect(error).toMatchObject({
    option,
    message: expect.stringMatching(/: [\s\S]+ (?:give|name|leave|take|looks like|say)/),
  });
}
