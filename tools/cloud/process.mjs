import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} CloudProcess
 * @property {string} url
 * @property {import('@proj/local').LocalCloud['accounts']} accounts
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the embedded cloud in a process of its own. It ends with `stop`, and at the latest with this process.
 * @param {Omit<import('@proj/local').LocalCloudOptions, 'latency'> & { latency?: 'none' | 'measured' }} options
 * @returns {Promise<CloudProcess>}
 */
export async function startCloudProcess(options) {
  const child = fork(fileURLToPath(new URL('child.mjs', import.meta.url)));
  child.send(options);
  const ended = once(child, 'exit');
  const answer = await Promise.race([once(child, 'message'), ended]);
  const [started] = /** @type {[Omit<CloudProcess, 'stop'>]} */ (answer);
  if (typeof started !== 'object') throw new Error(`the embedded cloud ended with exit code ${started}`);
  const stop = async () => {
    child.disconnect();
    await ended;
  };
  return { ...started, stop };
}
