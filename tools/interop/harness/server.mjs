import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { childEnvironment } from '../../process/environment.mjs';
import { endTree } from '../../process/tree.mjs';
import { freePort, isListening } from './port.mjs';

/**
 * @typedef {object} Server
 * @property {number} pid
 * @property {number} port
 * @property {string} url
 * @property {() => string} output what it has printed so far
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} ServerOptions
 * @property {string} command
 * @property {(port: number) => readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env] beside our own
 * @property {string} [cwd]
 * @property {(port: number) => Promise<boolean>} [ready] whether it answers; when left out, whether it listens
 * @property {number} [timeout] ms until it must be ready; 30 s when left out
 */

/** What runs now. @type {Set<Server>} */
const running = new Set();

/** How long a server may take to end before it is killed (ms). */
const grace = 5_000;

/** Stops every server that is still up. */
export async function stopServers() {
  await Promise.all([...running].map((server) => server.stop()));
}

/**
 * Starts a server on a free port and waits until it answers. It ends with `stop`, and at the latest with this process.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({ command, args, env = {}, cwd = '.', ready = isListening, timeout = 30_000 }) {
  const port = await freePort();
  const started = { ...childEnvironment(), ...env };
  const child = spawn(command, args(port), { cwd, env: started, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const tree = endTree(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  /** @type {string | undefined} */
  let ended;
  const end = once(child, 'exit').then(
    ([code, signal]) => (ended = `it ended with ${signal ?? `exit code ${code}`}`),
    (error) => (ended = error.message),
  );
  const stop = async () => {
    if (ended === undefined) child.kill('SIGTERM');
    await Promise.race([end, wait(grace, undefined, { ref: false })]);
    tree.kill(); // and whatever it started
    tree();
    running.delete(server);
  };
  const server = { pid: child.pid ?? 0, port, url: `http://127.0.0.1:${port}`, output: () => output, stop };
  running.add(server);
  const last = performance.now() + timeout;
  while (ended === undefined && performance.now() < last) {
    if (await ready(port)) return server;
    await Promise.race([end, wait(50)]);
  }
  await stop();
  const why = ended !== undefined && performance.now() < last ? ended : `it did not answer within ${timeout / 1000} s`;
  throw new Error(`${command} did not start: ${why}.\n${output}`);
}
