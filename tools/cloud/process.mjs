import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** @typedef {import('@proj/local').LocalCloudOptions['faults']} Faults */

/**
 * @typedef {object} RunningCloud
 * @property {string} url
 * @property {import('@proj/local').LocalCloud['accounts']} accounts
 * @property {Readonly<Record<string, string>>} endpoints EC2's address in each region
 * @property {Readonly<Record<string, string>>} simpledb SimpleDB's address in each region that has it
 */

/** @typedef {RunningCloud & { setFaults: (faults: NonNullable<Faults>) => Promise<void>, stop: () => Promise<void> }} CloudProcess */

/** @typedef {{ readonly index: number, readonly faults: NonNullable<Faults> }} FaultsOrder which of the clouds, and what goes wrong there from now on */

/** @typedef {Omit<import('@proj/local').LocalCloudOptions, 'latency'> & { latency?: 'none' | 'measured' | Readonly<Record<string, number>> }} CloudOptions latency in ms by region */

/**
 * Starts the embedded cloud in a process of its own. It ends with `stop`, and at the latest with this process.
 * @param {CloudOptions} options
 * @returns {Promise<CloudProcess>}
 */
export async function startCloudProcess(options) {
  const { clouds, setFaults, stop } = await startClouds([options]);
  const [cloud] = clouds;
  if (cloud === undefined) throw new Error('the process started no cloud');
  return { ...cloud, setFaults: (faults) => setFaults(0, faults), stop };
}

/**
 * Starts several clouds, each with an address of its own, in one other process.
 * @param {readonly CloudOptions[]} all
 */
export async function startClouds(all) {
  const child = fork(fileURLToPath(new URL('child.mjs', import.meta.url)));
  child.send(all);
  const ended = once(child, 'exit');
  const answer = await Promise.race([once(child, 'message'), ended]);
  const [clouds] = /** @type {[readonly RunningCloud[]]} */ (answer);
  if (!Array.isArray(clouds)) throw new Error(`the embedded cloud ended with exit code ${clouds}`);
  const setFaults = async (/** @type {number} */ index, /** @type {NonNullable<Faults>} */ faults) => {
    const done = once(child, 'message');
    child.send(/** @type {FaultsOrder} */ ({ index, faults }));
    await done;
  };
  const stop = async () => {
    child.disconnect();
    await ended;
  };
  return { clouds, setFaults, stop };
}
