import { inspect } from 'node:util';
import { EC2, EC2Client } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { isOptionError } from '../../errors/option-error.js';
import type { Target } from '../../targets/target.js';
import { Depot } from '../testing/own-classes.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { serviceSet } from './service-set.js';

const regions = ['us-east-1', 'eu-west-1'];
const ec2 = serviceSet(EC2, { regions, credentials: newKeys() });
const depots = serviceSet(({ region }: Target) => new Depot({ region }), { regions });
const own = ['targets', 'ready', 'at', 'in', 'with', 'map'];

/** A member that the types know nothing of. */
function member(set: object, name: PropertyKey): unknown {
  return Reflect.get(set, name);
}

test('a set has its own names and the methods of its service, in every way of asking', () => {
  for (const name of [...own, 'send', 'describeVolumes', 'paginateDescribeVolumes', 'waitUntilInstanceRunning']) {
    expect([name, name in ec2, Object.keys(ec2).includes(name) || name === 'targets']).toEqual([name, true, true]);
    expect(Object.getOwnPropertyNames(ec2)).toContain(name);
    expect(member(ec2, name)).toBeDefined();
  }
});

test.each([
  ...['config', 'middlewareStack', 'destroy', 'then', 'catch', 'nosuch', 'initConfig', 'handlers', '0'],
  ...['hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'valueOf', 'toLocaleString', '__proto__'],
])('%s is not there', (name) => {
  expect(member(ec2, name)).toBeUndefined();
  expect(name in ec2).toBe(false);
  expect(Reflect.ownKeys(ec2)).not.toContain(name);
});

test('has and ownKeys agree on every name', () => {
  const asked = ['toJSON', 'toString', 'constructor', Symbol.iterator, Symbol.asyncDispose, Symbol.toStringTag];
  for (const set of [ec2, depots]) {
    for (const name of Reflect.ownKeys(set)) expect([name, name in set]).toEqual([name, true]);
    for (const name of asked) expect(Reflect.ownKeys(set)).toContain(name);
  }
});

test('to list, spread or compare a set asks nobody and throws nothing, even before its regions are known', () => {
  const live = serviceSet(EC2, { credentials: newKeys() });
  expect(Object.keys({ ...live })).toContain('describeVolumes');
  expect(Object.entries(live).length).toBeGreaterThan(700);
});

test('a set can be awaited, and gives itself', async () => {
  expect(await ec2).toBe(ec2);
});

test('a set is printed by name and size, wherever it stands', () => {
  expect(String(ec2)).toBe('ServiceSet(ec2, 2 targets)');
  expect(`${ec2.in('eu-west-1')}`).toBe('ServiceSet(ec2, 1 target)');
  expect(inspect(ec2)).toBe('ServiceSet(ec2, 2 targets)');
  expect(inspect({ ec2 }, { showHidden: true, depth: 9 })).toBe('{ ec2: ServiceSet(ec2, 2 targets) }');
  expect(Object.prototype.toString.call(ec2)).toBe('[object ServiceSet]');
  const live = serviceSet(EC2, { credentials: newKeys() });
  expect(String(live)).toBe('ServiceSet(ec2, enabled regions)');
  expect(String(live.in('eu-*', '!eu-south-*').in('*-1'))).toBe(
    'ServiceSet(ec2, enabled regions, of these eu-*, !eu-south-*, of these *-1)',
  );
  expect(inspect(live.describeVolumes)).toBe('[Function: describeVolumes]');
});

test('a set in JSON is its service and regions', () => {
  expect(JSON.parse(JSON.stringify({ ec2 }))).toEqual({ ec2: { service: 'ec2', regions } });
  const live = serviceSet(EC2, { credentials: newKeys() });
  expect(JSON.parse(JSON.stringify(live))).toEqual({ service: 'ec2', regions: 'enabled' });
});

test('printing shows no keys', () => {
  const set = serviceSet(EC2, { regions, credentials: { accessKeyId: 'CANARY1', secretAccessKey: 'CANARY2' } });
  set.at('eu-west-1');
  const shown = inspect(set, { showHidden: true, depth: 12, showProxy: true }) + JSON.stringify(set) + String(set);
  expect(shown).not.toContain('CANARY');
});

test('a set cannot be written to', () => {
  const writes: (() => unknown)[] = [
    () => Object.assign(ec2, { nosuch: 1 }),
    () => Object.assign(ec2, { describeVolumes: 1 }),
    () => Object.assign(ec2, { targets: [] }),
    () => Object.defineProperty(ec2, 'nosuch', { value: 1 }),
    () => Reflect.deleteProperty(ec2, 'describeVolumes') || fail(),
    () => Object.setPrototypeOf(ec2, null),
    () => Object.freeze(ec2),
  ];
  for (const write of writes) expect(write).toThrow();
  expect('nosuch' in ec2).toBe(false);
  expect(ec2.targets).toHaveLength(2);
});

function fail(): never {
  throw new TypeError('refused');
}

test('a method is the same each time it is asked for, and works on its own', async () => {
  expect(ec2.describeVolumes).toBe(ec2.describeVolumes);
  const { where, generated } = depots;
  expect(await where()).toEqual(regions);
  expect(await generated(1).toArray()).toHaveLength(2);
});

test("symbols and the names of every object are the set's own", () => {
  expect(typeof ec2[Symbol.iterator]).toBe('function');
  expect(typeof ec2[Symbol.asyncDispose]).toBe('function');
  expect(typeof member(ec2, 'toString')).toBe('function');
  expect(member(ec2, 'constructor')).not.toBe(EC2);
  expect(member(ec2, Symbol('x'))).toBeUndefined();
  expect(member(ec2, Symbol.asyncIterator)).toBeUndefined();
});

test('iterating a set gives its targets with their plain services', () => {
  const pairs = [...ec2];
  expect(pairs.map(([{ region }]) => region)).toEqual(regions);
  expect(pairs[1]?.[1]).toBe(ec2.at('eu-west-1'));
  expect(pairs[0]?.[1]).toBeInstanceOf(EC2);
});

test("a service's target bears the name that it signs for, which its client alone knows", () => {
  expect(ec2.targets[0]).toEqual({ service: 'ec2', region: 'us-east-1', partition: 'aws' });
  expect(serviceSet(EC2Client, { regions }).targets[0]?.service).toBe('ec2');
  expect(depots.targets[0]?.service).toBe('Depot');
  expect(serviceSet(Depot, { regions }).targets[0]?.service).toBe('Depot');
  const named = serviceSet(() => new Depot({ region: 'x' }), { regions, service: 'mine' });
  expect(named.targets[0]?.service).toBe('mine');
  expect(serviceSet(({ region }) => new EC2({ region }), { regions }).targets[0]?.service).toBe('ec2');
});

test('functions of a target get the target that calls will have, and no other', async () => {
  const seen: Target[] = [];
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, {
    regions,
    credentials: newKeys(),
    config: wire.config,
    endpoint: (target) => {
      seen.push(target);
      return `https://${target.service}.${target.region}.test`;
    },
  });
  await set.describeVolumes({});
  expect(new Set(seen)).toEqual(new Set(set.targets));
  expect(wire.sent.map(({ host }) => host).sort()).toEqual(['ec2.eu-west-1.test', 'ec2.us-east-1.test']);
});

test('one service is made for each region, when it is first needed', async () => {
  const made: string[] = [];
  const set = serviceSet(
    ({ region }) => {
      made.push(region);
      return new Depot({ region });
    },
    { regions, service: 'depot' },
  );
  expect(made).toEqual([]);
  await set.where();
  await set.in('eu-west-1').where();
  set.at('eu-west-1');
  expect(made.sort()).toEqual([...regions].sort());
});

test('the first service, from which the names are learned, is of a region that was chosen', () => {
  const made: string[] = [];
  const make = ({ region }: Target) => {
    made.push(region);
    return new Depot({ region });
  };
  expect('where' in serviceSet(make, { regions: ['eu-*', '!eu-central-*'] })).toBe(true);
  expect('where' in serviceSet(make, { regions: ['DFW', 'ORD'] })).toBe(true);
  expect('where' in serviceSet(make, { regions: 'all', partition: 'aws-cn' })).toBe(true);
  expect(made[0]).toMatch(/^eu-(?!central)/);
  expect(made).toContain('DFW');
  expect(made.at(-1)).toMatch(/^cn-/);
});

test('a factory that fails for a region fails for that one alone, also where it is the first', async () => {
  const make = ({ region }: Target) => {
    if (region === 'us-east-1') throw new Error('not there');
    return new Depot({ region });
  };
  for (const options of [{ regions }, { regions, service: 'depot' }]) {
    const { outcomes } = await serviceSet(make, options).where().settled();
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { message: 'not there' } },
      { status: 'ok', value: 'eu-west-1' },
    ]);
  }
  const never = serviceSet(make, { regions: ['us-east-1'] });
  expect(() => never.where()).toThrow('not there');
});

test.each([
  ['a factory', depots],
  ['a class', serviceSet(Depot, { regions })],
])('the services of %s have private fields, methods of their own, and streams by form or by list', async (_, set) => {
  expect(await set.where()).toEqual(regions);
  expect(await set.arrow('!')).toEqual(['us-east-1!', 'eu-west-1!']);
  expect((await set.generated(2).toArray()).length).toBe(4);
  const listed = set.listed();
  expect('then' in listed).toBe(false);
  expect(await listed.toArray()).toHaveLength(2);
  expect(member(set, 'place')).toBeUndefined();
  expect(member(set, 'size')).toBeUndefined();
});

test('an argument of an own method is copied for each target', async () => {
  const value = Object.freeze({ a: 1 });
  expect(await depots.echo(value)).toEqual([{ a: 2 }, { a: 2 }]);
});

test('a method that turns out to give values one after another says what to write', async () => {
  const unlisted = member(depots, 'unlisted') as () => PromiseLike<unknown>;
  await expect(unlisted()).rejects.toThrow(/static readonly streams = \['unlisted'\] in Depot/);
});

test('a factory of SDK clients has send, paging and the checks of a set', async () => {
  const wire = new Wire((sent) =>
    sent.region === 'us-east-1' ? { body: '<html/>' } : ec2Answer(sent, '<nextToken>t</nextToken>'),
  );
  const credentials = newKeys();
  const set = serviceSet(({ region }) => new EC2({ region, credentials, ...wire.config }), { regions });
  expect('send' in set).toBe(true);
  const report = await set.describeVolumes({}, { timeout: 5_000 }).settled();
  expect(report.outcomes).toMatchObject([
    { status: 'failed', error: { name: 'UnexpectedBodyError' } },
    { status: 'ok', truncated: true },
  ]);
});

test('a class of your own that sends and is destroyed is not taken for a client of the SDK', async () => {
  class Mailer {
    readonly #region: string;
    constructor({ region }: { region: string }) {
      this.#region = region;
    }
    async send(letter: string): Promise<string> {
      return letter + this.#region;
    }
    async post(letter: string): Promise<string> {
      return this.send(letter);
    }
    destroy(): void {}
  }
  const set = serviceSet(Mailer, { regions });
  expect(await set.post('to ')).toEqual(['to us-east-1', 'to eu-west-1']);
  expect(member(set, 'send')).toBeUndefined();
});

test('what somebody adds to a client of the SDK is a method, however many arguments it takes', async () => {
  class Counting extends EC2 {
    async sum(a: number, b: number, c: number): Promise<number> {
      return a + b + c;
    }
  }
  const set = serviceSet(Counting, { regions, credentials: newKeys() });
  expect(await set.sum(1, 2, 3)).toEqual([6, 6]);
});

test('what is neither class nor function is refused', () => {
  for (const given of [undefined, null, 5, 'ec2', {}]) {
    try {
      serviceSet(given as never);
      expect.unreachable();
    } catch (error) {
      expect(isOptionError(error)).toBe(true);
    }
  }
});
