import { EC2 } from '@aws-sdk/client-ec2';
import { expect, test, vi } from 'vitest';
import { isOptionError } from '../../errors/option-error.js';
import { ec2Answer, ec2Error, newKeys, Wire } from '../testing/wire.js';
import { type Place, resourceSet } from './resource-set.js';
import { serviceSet } from './service-set.js';

const regions = ['us-east-1', 'eu-west-1'];

class Volumes {
  readonly place: Place<EC2>;
  constructor(place: Place<EC2>) {
    this.place = place;
  }
  async token(options?: { signal?: AbortSignal; timeout?: number }): Promise<string | undefined> {
    const page = await this.place.call('describeVolumes', (native) => native.describeVolumes({}), options);
    return page.NextToken;
  }
  async *twice(): AsyncGenerator<string, void, undefined> {
    yield this.place.target.region;
    yield this.place.target.region;
  }
}

const volumesOn = (wire: Wire, more = {}) => {
  const clients = serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config, ...more });
  return { clients, set: resourceSet(clients, (place) => new Volumes(place)) };
};

test('a set of resources has their methods, over the same regions and clients', async () => {
  const wire = new Wire((sent) => ec2Answer(sent, `<nextToken>${sent.region}</nextToken>`));
  const { clients, set } = volumesOn(wire);
  expect(await set.token()).toEqual(regions);
  expect(await set.in('eu-*').twice().toArray()).toHaveLength(2);
  expect(set.targets).toEqual(clients.targets);
  expect(set.at('eu-west-1').place.native).toBe(clients.at('eu-west-1'));
  expect(set.at('eu-west-1')).toBe(set.at('eu-west-1'));
  expect('describeVolumes' in set).toBe(false);
  expect('send' in set).toBe(false);
  expect(String(set)).toBe('ServiceSet(ec2, 2 targets)');
});

test('the call of a place keeps the rules of a set: its error is clean, its body checked', async () => {
  const bodies = [ec2Error('UnauthorizedOperation', 403), { body: '<html></html>' }];
  const wire = new Wire(() => bodies.shift() ?? {});
  const volumes = volumesOn(wire).set.at('eu-west-1');
  const denied: unknown = await volumes.token().catch((error: unknown) => error);
  expect(denied).toMatchObject({ name: 'UnauthorizedOperation' });
  expect('$response' in (denied as object)).toBe(false);
  await expect(volumes.token()).rejects.toMatchObject({ name: 'UnexpectedBodyError' });
});

test('its requests count for the call that it is part of', async () => {
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = resourceSet(volumesOn(wire).clients, ({ call }) => ({
    async three(): Promise<void> {
      for (let n = 0; n < 3; n++) await call('describeVolumes', (native) => native.describeVolumes({}));
    },
  }));
  const { outcomes } = await set.three().settled();
  expect(outcomes.map(({ attempts }) => attempts)).toEqual([3, 3]);
});

test('it ends by its own signal, by its time-out and with the call that it is part of', async () => {
  const wire = new Wire(() => new Promise(() => {}));
  const { set } = volumesOn(wire);
  const controller = new AbortController();
  const asked = set.at('eu-west-1').token({ signal: controller.signal });
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: 'CancelledError' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const slow = expect(set.at('eu-west-1').token()).rejects.toMatchObject({
    name: 'TimeOverError',
    milliseconds: 60_000,
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await slow;
  vi.useRealTimers();
  const { outcomes } = await set.with({ timeout: 20 }).token().settled();
  expect(outcomes.map(({ status }) => status)).toEqual(['timedOut', 'timedOut']);
});

test('a signal that is over already keeps the request from being made', async () => {
  const wire = new Wire((sent) => ec2Answer(sent));
  const volumes = volumesOn(wire).set.at('eu-west-1');
  await expect(volumes.token({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'CancelledError' });
  expect(wire.sent).toEqual([]);
});

test('its life is that of its clients', async () => {
  const { clients, set } = volumesOn(new Wire((sent) => ec2Answer(sent)));
  const volumes = set.at('eu-west-1');
  await set[Symbol.asyncDispose]();
  await expect(volumes.token()).rejects.toMatchObject({ name: 'DisposedError' });
  await expect(async () => clients.at('eu-west-1')).rejects.toMatchObject({ name: 'DisposedError' });
});

test('only a set has places', () => {
  try {
    resourceSet({} as never, () => ({}));
    expect.unreachable();
  } catch (error) {
    expect(isOptionError(error)).toBe(true);
  }
});
