import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { EC2 } from '@aws-sdk/client-ec2';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { expect, test } from 'vitest';
import type { ServiceSet } from '../set/fanned-types.js';
import { serviceSet } from '../set/service-set.js';
import { runChild } from '../testing/child.js';
import { clockedSet } from '../testing/clocked.js';
import { ended, type Server, serve } from '../testing/server.js';
import { newKeys, Wire } from '../testing/wire.js';

const volumes = '<DescribeVolumesResponse><volumeSet/></DescribeVolumesResponse>';
const regions = ['us-east-1', 'eu-west-1', 'ap-south-1'];

const answering = () => serve((_, response) => response.end(volumes));
const setOn = (server: Server, config = {}) =>
  serviceSet(EC2, { regions, credentials: newKeys(), endpoint: server.url, config: { maxAttempts: 1, ...config } });

/** A server that holds every request back, and tells when all regions' have come. */
async function holding() {
  const held: { request: IncomingMessage; response: ServerResponse }[] = [];
  let arrived = (): void => {};
  const all = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const server = await serve((request, response) => {
    held.push({ request, response });
    if (held.length === regions.length) arrived();
  });
  return { server, held, all };
}

test('connections are kept, and shared by the clients of all regions', async () => {
  await using server = await answering();
  await using set = setOn(server);
  await set.with({ concurrency: 1 }).describeVolumes({});
  await set.at('eu-west-1').describeVolumes({});
  expect(server.requests).toBe(4);
  expect(server.sockets).toHaveLength(1);
});

test("a client that is destroyed leaves the others' connections alone", async () => {
  await using server = await answering();
  await using set = setOn(server);
  await set.with({ concurrency: 1 }).describeVolumes({});
  set.at('eu-west-1').destroy();
  expect(server.sockets.map(({ destroyed }) => destroyed)).toEqual([false]);
  await set.with({ concurrency: 1 }).describeVolumes({});
  expect(server.sockets).toHaveLength(1);
});

test("a handler that was given is nobody's to end but the giver's", async () => {
  const wire = new Wire(() => ({ body: volumes }));
  const set = serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config });
  const { outcomes } = await set.describeVolumes({}).settled();
  expect(outcomes.map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  set.at('eu-west-1').destroy();
  await set[Symbol.asyncDispose]();
  expect(wire.destroyed).toBe(0);
  await using server = await answering();
  const handler = new NodeHttpHandler();
  await using other = setOn(server, { requestHandler: handler });
  expect(await other.describeVolumes({})).toHaveLength(3);
  handler.destroy();
});

test('a function of a target may give the handler, too', async () => {
  const wire = new Wire(() => ({ body: volumes }));
  const set = serviceSet(EC2, { regions, credentials: newKeys(), config: () => wire.config });
  expect(await set.describeVolumes({})).toHaveLength(3);
  await set[Symbol.asyncDispose]();
  expect(wire.destroyed).toBe(0);
});

test('options of a handler make one, which all clients share and which ends with the set', async () => {
  await using server = await answering();
  const set = setOn(server, { requestHandler: { httpAgent: { maxSockets: 1 }, requestTimeout: 5_000 } });
  expect(await set.describeVolumes({})).toHaveLength(3);
  expect(server.sockets).toHaveLength(1);
  await set[Symbol.asyncDispose]();
  await Promise.all(server.sockets.map(ended));
});

test('a handler made of options has the clocks', async () => {
  await using silent = await serve(() => {});
  const config = { requestHandler: { httpAgent: { keepAlive: false } } };
  await using set = clockedSet(EC2, silent.url, { clocks: { silence: 100 }, config });
  const [failure] = (await set.describeVolumes({}).settled()).failures;
  expect(failure).toMatchObject({ status: 'timedOut', error: { limit: 'silence' } });
});

test('an agent of your own connects in its own way, and what it cannot do is unreachable', async () => {
  await using server = await answering();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await using set = setOn(server, { requestHandler: { httpAgent: agent } });
  expect(await set.describeVolumes({})).toHaveLength(3);
  expect(server.sockets).toHaveLength(1);
  expect(Object.keys(agent.freeSockets)).toHaveLength(1);
});

test.each([5, 'http', null, []])('a handler that is %j is refused with what to give', (requestHandler) => {
  expect(() => serviceSet(EC2, { regions, config: { requestHandler } as never })).toThrow(
    /config\.requestHandler is .*: give a handler, such as a NodeHttpHandler, or its options/,
  );
});

test('disposing closes every connection', async () => {
  await using server = await answering();
  const set = setOn(server);
  await set.describeVolumes({});
  await set[Symbol.asyncDispose]();
  await Promise.all(server.sockets.map(ended));
  await set[Symbol.asyncDispose]();
});

type Use = (set: ServiceSet<EC2>) => unknown;
const uses: readonly (readonly [string, Use])[] = [
  ['a call', (set) => set.describeVolumes({})],
  ['a stream', (set) => set.paginateDescribeVolumes({})],
  ['at', (set) => set.at('eu-west-1')],
  ['map', (set) => set.map(() => 1)],
  ['ready', (set) => set.ready()],
  ['iteration', (set) => [...set]],
  ['what in makes', (set) => set.in('eu-west-1').describeVolumes({})],
];
test.each(uses)('after disposal, %s is a DisposedError', async (_, use) => {
  const set = serviceSet(EC2, { regions, credentials: newKeys() });
  await set.with({})[Symbol.asyncDispose]();
  await expect(async () => use(set)).rejects.toMatchObject({ name: 'DisposedError' });
});

test('what is under way when its set is disposed of ends with a DisposedError', async () => {
  const { server, all } = await holding();
  const set = setOn(server, { maxAttempts: 3 });
  const asked = set.describeVolumes({}).settled();
  await all;
  await set[Symbol.asyncDispose]();
  const { outcomes } = await asked;
  expect(outcomes).toMatchObject(regions.map(() => ({ status: 'failed', error: { name: 'DisposedError' } })));
  expect(server.requests).toBe(3);
  await server.close();
});

test('a plain client outlives its set no more than its connections do', async () => {
  await using server = await answering();
  const set = setOn(server);
  const client = set.at('eu-west-1');
  await set[Symbol.asyncDispose]();
  await expect(client.describeVolumes({})).rejects.toMatchObject({ name: 'DisposedError' });
  expect(server.requests).toBe(0);
});

test('services of your own are disposed of in their own way, all of them, and no destroy of theirs is called', async () => {
  const gone: string[] = [];
  class Resource {
    readonly #region: string;
    constructor({ region }: { region: string }) {
      this.#region = region;
    }
    async touch(): Promise<void> {}
    /** Would delete something real. */
    destroy(): void {
      gone.push('destroyed');
    }
    async [Symbol.asyncDispose](): Promise<void> {
      gone.push(this.#region);
      if (this.#region === 'us-east-1') throw new Error('no');
    }
  }
  for (const set of [
    serviceSet(Resource, { regions }),
    serviceSet((target) => new Resource(target), { regions, service: 'r' }),
  ]) {
    gone.length = 0;
    await set.touch();
    await expect(set[Symbol.asyncDispose]()).rejects.toMatchObject({ errors: [{ message: 'no' }] });
    expect(gone.sort()).toEqual([...regions].sort());
  }
});

const script = (server: Server, rest: string) => `
  import { serviceSet } from CORE;
  import { EC2 } from '@aws-sdk/client-ec2';
  const credentials = { accessKeyId: 'AKIDCHILD', secretAccessKey: 's' };
  const set = serviceSet(EC2, { regions: ${JSON.stringify(regions)}, credentials, endpoint: '${server.url}' });
  ${rest}`;

test('a set that nobody disposes of lets the process end', async () => {
  await using server = await answering();
  const rest = `
    await set.describeVolumes({});
    await set.paginateDescribeVolumes({}).toArray();
    process.on('exit', () => console.log('ended after', performance.now() - answered < 2_000));
    const answered = performance.now();`;
  expect(await runChild(script(server, rest))).toEqual({ code: 0, output: 'ended after true\n' });
}, 30_000);

test('nothing is left behind: no timer, no listener on the signal, no connection', async () => {
  await using server = await answering();
  const rest = `
    import { getEventListeners } from 'node:events';
    const { signal } = new AbortController();
    await set.with({ signal, deadline: 600_000 }).describeVolumes({});
    await set.paginateDescribeVolumes({}).take(1).toArray();
    await set[Symbol.asyncDispose]();
    const left = () => process.getActiveResourcesInfo().filter((name) => /Timeout|TCP|TLS|Request/.test(name));
    for (let turn = 0; turn < 1_000 && left().length > 0; turn++) await new Promise(setImmediate);
    console.log(JSON.stringify([getEventListeners(signal, 'abort').length, left()]));`;
  expect(await runChild(script(server, rest))).toEqual({ code: 0, output: '[0,[]]\n' });
}, 30_000);
