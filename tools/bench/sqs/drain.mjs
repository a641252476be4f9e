import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fill } from './fill.mjs';
import { regions } from './regions.mjs';

/** @typedef {{ readonly url: string, readonly account: string, readonly credentials: import('@proj/local').AccountCredentials }} Cloud */

/** @typedef {{ readonly side: 'ours' | 'baseline', readonly cloud: Cloud, readonly total: number }} Order */

/**
 * @typedef {object} Figures
 * @property {number} cpu µs of CPU a message
 * @property {number} seconds until the last message was deleted
 * @property {number} requests a message
 * @property {number} delay of the event loop, in ms: 99 of 100 turns waited less
 */

/**
 * Fills the queues of all regions, and drains them by a fresh process.
 * @param {Order['side']} side
 * @param {Cloud} cloud
 * @param {number} each messages in each region
 * @returns {Promise<Figures>}
 */
export async function drainOnce(side, cloud, each) {
  await fill(cloud, each);
  const child = fork(fileURLToPath(new URL('drain-child.mjs', import.meta.url)), { execArgv: ['--no-warnings'] });
  child.send(/** @type {Order} */ ({ side, cloud, total: each * regions.length }));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that drains ended with exit code ${code}`);
  });
  ended.catch(() => {});
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  return figures;
}
