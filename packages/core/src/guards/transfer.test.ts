import { once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressesOf } from './testing/addresses.js';
import { currentTransfer, Transfer } from './transfer.js';
import { watchedAgents } from './watched-agents.js';

const clocks = { connect: 300, lookup: 600, silence: 300, slowestUplink: 1_000_000 };
const events = ['timeout', 'lookup', 'connectionAttempt', 'connect', 'secureConnect'];

let server: http.Server;
let answer: http.RequestListener;
let agent: http.Agent;
let timers: number;

const running = () =>
  process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate').length;
const counts = (emitter: NodeJS.EventEmitter) => events.map((event) => emitter.listenerCount(event));
const all = <T>(byHost: NodeJS.ReadOnlyDict<T[]>) => Object.values(byHost).flatMap((some) => some ?? []);
/** The clocks' listeners; Node leaves others of its own on a socket that has ended. */
const ours = (socket: Socket) => {
  const names = events.flatMap((event) => socket.listeners(event).map(({ name }) => name));
  return names.filter((name) => /^(bound )?(arm|connected|onIdle)$/.test(name));
};

beforeEach(async () => {
  timers = running();
  server = http.createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  agent = watchedAgents(clocks, addressesOf('127.0.0.1')).httpAgent;
});
afterEach(async () => {
  agent.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A request on the agent, watched. */
function ask(port = (server.address() as AddressInfo).port): ClientRequest {
  const error = ({ limit }: { limit: string }) => new Error(limit);
  const transfer = new Transfer({ clocks, wait: 0, error, crowded: () => {} });
  const request = transfer.run(() => http.request({ host: 'host.test', port, agent }));
  // An error that comes after the head is for those who read the answer, and told here, too.
  request.on('error', () => {});
  request.end();
  return request;
}

/** How the answer ends, read to its last byte. */
async function read(request: ClientRequest): Promise<string> {
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    for await (const _ of response);
    return 'read';
  } catch (error) {
    return (error as Error).message;
  }
}

async function closed(request: ClientRequest): Promise<void> {
  if (!request.closed) await new Promise<void>((resolve) => request.once('close', resolve));
}

/** What a socket of an agent without clocks has for listeners when nobody uses it. */
async function plainCounts(): Promise<readonly number[]> {
  const plain = new http.Agent({ keepAlive: true });
  const request = http.request({ port: (server.address() as AddressInfo).port, agent: plain }).end();
  await read(request);
  await closed(request);
  const [socket] = all(plain.freeSockets);
  plain.destroy();
  return counts(socket as Socket);
}

test('an answer leaves nothing on the connection that it came by, which is used again', async () => {
  answer = (_, response) => response.end('all of it');
  const sockets: Socket[] = [];
  const timeouts: (number | undefined)[] = [];
  for (let round = 0; round < 3; round += 1) {
    const request = ask();
    request.once('socket', (socket) => sockets.push(socket));
    request.once('response', ({ socket }) => {
      // Before the agent has it back, which would take a time-out off by itself.
      request.once('close', () => timeouts.push(socket.timeout));
    });
    expect(await read(request)).toBe('read');
    await closed(request);
    expect(all(agent.sockets)).toEqual([]);
    const [free] = all(agent.freeSockets);
    expect([free?.timeout, counts(free as Socket)]).toEqual([0, await plainCounts()]);
  }
  expect(new Set(sockets).size).toBe(1);
  expect(timeouts).toEqual([0, 0, 0]);
});

test.each([
  ['silence before the head', () => {}, 'silence'],
  ['silence in the body', (response: http.ServerResponse) => void response.writeHead(200).write('half'), 'silence'],
  ['a reset', (response: http.ServerResponse) => void response.socket?.resetAndDestroy(), 'read ECONNRESET'],
])('after %s no socket, no timer and no listener is left', async (_, how, told) => {
  answer = (_request, response) => how(response);
  const request = ask();
  const [socket] = (await once(request, 'socket')) as [Socket];
  expect(await read(request)).toBe(told);
  await closed(request);
  expect([all(agent.sockets), all(agent.freeSockets), all(agent.requests)]).toEqual([[], [], []]);
  expect(ours(socket)).toEqual([]);
  expect(socket.destroyed).toBe(true);
  expect(running()).toBeLessThanOrEqual(timers);
});

test('nor is it after a request that is given up, while it connects or later', async () => {
  answer = () => {};
  const asked = once(server, 'request');
  const later = ask();
  await asked;
  const [first] = all(agent.sockets);
  expect(ours(first as Socket)).toEqual(['onIdle']);
  later.destroy();
  await closed(later);
  const connecting = ask();
  const [socket] = (await once(connecting, 'socket')) as [Socket];
  expect(socket.connecting).toBe(true);
  expect([ours(first as Socket), ours(socket)]).toEqual([[], ['arm', 'arm', 'arm', 'connected']]);
  connecting.destroy();
  await closed(connecting);
  for (const one of [first, socket]) expect(ours(one as Socket)).toEqual([]);
  expect([all(agent.sockets), all(agent.freeSockets)]).toEqual([[], []]);
  expect(running()).toBeLessThanOrEqual(timers);
});

test('a request that waits for a free connection is not on the clock yet', async () => {
  agent.maxSockets = 1;
  const held: http.ServerResponse[] = [];
  answer = (_, response) => held.push(response);
  const drip = setInterval(() => held[0]?.write('.'), 50);
  const first = ask();
  const reading = read(first);
  const second = ask();
  const waiting = read(second);
  await new Promise((resolve) => setTimeout(resolve, 2 * clocks.connect));
  expect(all(agent.requests)).toHaveLength(1);
  clearInterval(drip);
  held[0]?.end();
  expect(await reading).toBe('read');
  expect(await waiting).toBe('silence');
});

test('work that keeps the event loop for longer than the clocks ends nothing that has come', async () => {
  answer = (_, response) => response.end('all of it');
  const request = ask();
  const reading = read(request);
  // In a thread of its own the answer would lie there; here the server answers only after this, so the connection is what is late.
  await once(request, 'socket');
  const until = performance.now() + 2 * clocks.connect;
  while (performance.now() < until);
  expect(await reading).toBe('read');
});

test.each([
  ['that is late, which says nothing of the host, is waited for', 1.4 * clocks.connect, 'read'],
  ['that never comes has a time of its own', 10 * clocks.lookup, 'connect'],
])('a look-up %s', async (_, milliseconds, how) => {
  answer = (_request, response) => response.end('all of it');
  agent.destroy();
  const timers = new Set<NodeJS.Timeout>();
  agent = watchedAgents(clocks, (...[hostname, options, callback]) => {
    timers.add(setTimeout(() => addressesOf('127.0.0.1')(hostname, options, callback), milliseconds));
  }).httpAgent;
  const began = performance.now();
  expect(await read(ask())).toBe(how);
  expect(performance.now() - began).toBeGreaterThan(Math.min(milliseconds, clocks.lookup) - 20);
  for (const timer of timers) clearTimeout(timer);
});

test('what runs elsewhere has no transfer', () => {
  expect(currentTransfer()).toBeUndefined();
});
