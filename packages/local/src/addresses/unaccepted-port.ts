import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { HeldPort } from '../http/held-port.js';

/** Listens, then stops its whole thread: the system queues connections that nobody will take. */
const SLEEPER = `
const { parentPort, workerData } = require('node:worker_threads');
const server = require('node:net').createServer();
server.on('error', (error) => { throw error; });
server.listen({ host: '127.0.0.1', port: workerData.port, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(workerData.gate, 0, 0);
  server.close();
});`;
const QUEUE_AT_MOST = 64;
const FULL_AFTER_MS = 250;

/**
 * A port that swallows connections for as long as it is held: connecting neither works nor fails.
 *
 * @param port - the port to hold
 */
export async function unacceptedPort(port: number): Promise<HeldPort> {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SLEEPER, { eval: true, workerData: { port, gate } });
  const [bound] = (await once(worker, 'message')) as [number];
  const queue = await fillQueue(bound);
  const close = async (): Promise<void> => {
    for (const socket of queue) socket.resetAndDestroy();
    const ended = once(worker, 'exit');
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await ended;
  };
  return { port: bound, close };
}

/** Connects until the queue is full. How long a queue is differs between systems: it shows by a connection that hangs. */
async function fillQueue(port: number): Promise<readonly Socket[]> {
  const queued: Socket[] = [];
  while (queued.length < QUEUE_AT_MOST) {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => {});
    if (!(await connects(socket))) break;
    queued.push(socket);
  }
  return queued;
}

async function connects(socket: Socket): Promise<boolean> {
  const signal = AbortSignal.timeout(FULL_AFTER_MS);
  try {
    await once(socket, 'connect', { signal });
    return true;
  } catch {
    socket.destroy();
    return false;
  }
}
