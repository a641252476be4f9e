import { EC2 } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { isServiceSetError } from '../../errors/service-set-error.js';
import { Depot } from '../testing/own-classes.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { serviceSet } from './service-set.js';

const circular: Record<string, unknown> = {};
circular['self'] = circular;

const bad: readonly (readonly [string, unknown, string, RegExp])[] = [
  ['no object', null, 'OptionError', /options/],
  ['a list', ['eu-*'], 'OptionError', /options/],
  ['an unknown option', { nosuch: 1 }, 'OptionError', /'nosuch'.*there are credentials, endpoint/],
  ['an option that is not there yet', { decode: 'fast' }, 'OptionError', /'decode'/],
  ['a deadline of nothing', { deadline: 0 }, 'OptionError', /deadline/],
  ['a time-out in words', { timeout: '5s' }, 'OptionError', /timeout/],
  ['no concurrency', { concurrency: 0.5 }, 'OptionError', /concurrency/],
  ['a signal that is none', { signal: {} }, 'OptionError', /signal/],
  ['a word for regions', { regions: 'some' }, 'OptionError', /'enabled', 'all'/],
  ['a number for regions', { regions: 5 }, 'OptionError', /regions is 5/],
  ['no regions', { regions: [] }, 'RegionNameError', /at least one/],
  ['a number among regions', { regions: ['us-east-1', 5] }, 'RegionNameError', /string/],
  ['an unknown region', { regions: ['eu-wset-1'] }, 'UnknownRegionError', /eu-west-1/],
  ['an unknown partition', { partition: 'moon' }, 'UnknownPartitionError', /aws-cn/],
  ['a partition that is no name', { partition: 5 }, 'OptionError', /partition is 5/],
  ['a service without a name', { service: '' }, 'OptionError', /service/],
  ['an endpoint without a scheme', { endpoint: 'localhost:4566' }, 'OptionError', /http\(s\)/],
  ['an endpoint of another scheme', { endpoint: 'file:///etc/passwd' }, 'OptionError', /http\(s\)/],
  ['an endpoint that is no text', { endpoint: circular }, 'OptionError', /http\(s\)/],
  ['a big number for an endpoint', { endpoint: 1n }, 'OptionError', /http\(s\)/],
  ['credentials that are none', { credentials: 'canary' }, 'OptionError', /accessKeyId/],
  ['half of the credentials', { credentials: { accessKeyId: 'canary' } }, 'OptionError', /secretAccessKey/],
  ['nothing for credentials', { credentials: null }, 'OptionError', /leave it out/],
  ['a configuration that is none', { config: 5 }, 'OptionError', /config is 5/],
  [
    'a configuration that moves all clients to one region',
    { config: { region: 'us-east-1' } },
    'OptionError',
    /regions/,
  ],
  ['a configuration with credentials', { config: { credentials: {} } }, 'OptionError', /once for all/],
  ['a configuration with an endpoint', { config: { endpoint: 'https://a.test' } }, 'OptionError', /option endpoint/],
];
test.each(bad)('%s is refused at once, by an error that says what to give', (_, options, name, message) => {
  let thrown: unknown;
  try {
    serviceSet(EC2, options as never);
  } catch (error) {
    thrown = error;
  }
  expect(isServiceSetError(thrown)).toBe(true);
  expect(thrown).toMatchObject({ name, message: expect.stringMatching(message) });
  expect(String(thrown)).not.toContain('canary');
});

test.each(['credentials', 'endpoint', 'config'])('%s is for a factory to decide', (name) => {
  const make = ({ region }: { region: string }) => new Depot({ region });
  expect(() => serviceSet(make, { [name]: undefined })).toThrow(/the function that makes the services decides/);
});

test('options that are undefined are not given', async () => {
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, {
    regions: ['eu-west-1'],
    credentials: newKeys(),
    config: wire.config,
    endpoint: undefined,
    partition: undefined,
    service: undefined,
    signal: undefined,
    deadline: undefined,
  });
  expect(await set.describeVolumes({})).toHaveLength(1);
});

test.each([
  ['an endpoint', { endpoint: () => undefined }, /endpoint is undefined for eu-west-1/],
  ['a configuration', { config: () => ({ region: 'us-east-1' }) }, /config.region/],
  ['nothing of a configuration', { config: () => 5 }, /config is 5/],
])('%s that a function gives is checked when it gives it, before any request', async (_, options, message) => {
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), ...(options as object) });
  const { failures } = await set.describeVolumes({}).settled();
  expect(failures).toMatchObject([
    { status: 'failed', error: { name: 'OptionError', message: expect.stringMatching(message) } },
  ]);
});

test.each([
  ['nothing', () => undefined, /gave undefined for eu-west-1/],
  ['a promise', async () => new Depot({ region: 'x' }), /gave a promise/],
])('a factory that gives %s is told so', (_, make, message) => {
  const set = serviceSet(make as never, { regions: ['eu-west-1'] });
  expect(() => Object.keys(set)).toThrow(message);
});

test("a call's options, a map and a command are checked before any request", () => {
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), config: wire.config });
  const calls: (() => unknown)[] = [
    () => set.describeVolumes({}, { nosuch: 1 } as never),
    () => set.describeVolumes({}, (() => {}) as never),
    () => set.describeVolumes({}, { deadline: -1 }),
    () => set.with({ concurrency: 0 }),
    () => set.map('describeVolumes' as never),
    () => set.send(undefined as never),
    () => set.send('DescribeVolumes' as never),
    () => set.send({} as never),
    () => set.at('eu-west-1', '123456789012'),
  ];
  for (const call of calls) expect(call).toThrow(expect.objectContaining({ name: 'OptionError' }));
  expect(wire.sent).toEqual([]);
});
