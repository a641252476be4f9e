import { setMaxListeners } from 'node:events';
import { EC2 } from '@aws-sdk/client-ec2';
import { serviceSet } from '@proj/core';
import { median } from '../harness/median.mjs';

/** How long the plain SDK is waited for, in ms. */
export const cap = 5_000;
const rounds = 7;

/**
 * @typedef {object} World the healthy regions, and one that is broken
 * @property {readonly string[]} healthy
 * @property {string} broken
 * @property {(region: string) => string} endpoint
 * @property {{ accessKeyId: string, secretAccessKey: string }} credentials
 */

/**
 * @typedef {object} Told what the caller hears of the broken region, and after how many ms; no ms when it was given up
 * @property {number | undefined} after
 * @property {string} status
 * @property {string} message
 */

/**
 * @typedef {object} Measured times in ms
 * @property {boolean} met whether the healthy answers came in time, and the caller was told what he must be
 * @property {number} without until the healthy regions have answered, where no other is asked
 * @property {number} beside until they have, with the broken one asked, too
 * @property {number} ratio
 * @property {readonly Told[]} told the first and the second time
 * @property {{ beside: number | undefined, told: Told }} plain the same with `Promise.allSettled` over plain clients
 */

/** The most that a broken region may cost the healthy ones: their time with it asked, too, over their time without. */
export const must = 1.1;

/**
 * Measures one fault. The broken region is asked for the first and the second time first, each time beside the plain SDK;
 * then the healthy ones with and without it in turn, the breaker taken off so that it is asked in every round.
 * @param {World} world
 * @param {readonly string[]} expected the statuses that must be told, the first and the second time
 * @returns {Promise<Measured>}
 */
export async function measure(world, expected) {
  const options = { credentials: world.credentials, endpoint: endpointOf(world) };
  const set = serviceSet(EC2, { ...options, regions: [...world.healthy, world.broken] });
  try {
    const measured = await measureOn(set, world);
    const isTold = measured.told.every(({ status }, time) => status === expected[time]);
    return { ...measured, met: isTold && measured.ratio <= must };
  } finally {
    await set[Symbol.asyncDispose]();
  }
}

/**
 * @param {Set} set
 * @param {World} world
 * @returns {Promise<Omit<Measured, 'met'>>}
 */
async function measureOn(set, world) {
  const told = [await tell(set, world)];
  const plain = await plainly(world);
  told.push(await tell(set, world));
  const asked = set.with({ breaker: false });
  const alone = set.in(...world.healthy);
  /** @type {(readonly number[])[]} */
  const pairs = [];
  for (let round = 0; round <= rounds; round += 1) {
    const first = await untilHealthy(round % 2 === 0 ? alone : asked, world);
    const second = await untilHealthy(round % 2 === 0 ? asked : alone, world);
    pairs.push(round % 2 === 0 ? [first, second] : [second, first]);
  }
  // One pair is thrown away, as in every benchmark.
  const of = (/** @type {(pair: readonly number[]) => number} */ figure) => median(pairs.slice(1).map(figure));
  return {
    without: of(([without = Number.NaN]) => without),
    beside: of(([, beside = Number.NaN]) => beside),
    ratio: of(([without = Number.NaN, beside = Number.NaN]) => beside / without),
    told,
    plain,
  };
}

/** @typedef {import('@proj/core').ServiceSet<EC2>} Set */

/** @param {World} world */
function endpointOf({ endpoint }) {
  return (/** @type {{ region: string }} */ { region }) => endpoint(region);
}

/**
 * The ms until the last healthy region has answered; the broken one is not waited for.
 * @param {Set} set
 * @param {World} world
 */
async function untilHealthy(set, { healthy, broken }) {
  const start = performance.now();
  let left = healthy.length;
  for await (const { status, target } of set.describeVolumes({})) {
    if (target.region === broken) continue;
    if (status !== 'ok') throw new Error(`${target.region}, which is healthy, is ${status}`);
    left -= 1;
    if (left === 0) break;
  }
  return performance.now() - start;
}

/**
 * What the broken region's outcome says.
 * @param {Set} set
 * @param {World} world
 * @returns {Promise<Told>}
 */
async function tell(set, { broken }) {
  const { outcomes } = await set.describeVolumes({}).settled();
  const outcome = outcomes.find(({ target }) => target.region === broken);
  if (outcome === undefined) throw new Error('the broken region has no outcome');
  const message = outcome.status === 'ok' ? '' : outcome.error.message;
  return { after: outcome.elapsed, status: outcome.status, message };
}

/**
 * `Promise.allSettled` over plain clients, given up when the cap is over.
 * @param {World} world
 * @returns {Promise<Measured['plain']>}
 */
async function plainly(world) {
  const { healthy, broken, credentials } = world;
  const clients = [...healthy, broken].map(
    (region) => new EC2({ region, credentials, endpoint: world.endpoint(region) }),
  );
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), cap);
  setMaxListeners(0, controller.signal);
  const start = performance.now();
  const settled = await Promise.allSettled(
    clients.map((client) => client.describeVolumes({}, { abortSignal: controller.signal })),
  );
  const after = performance.now() - start;
  clearTimeout(timer);
  for (const client of clients) client.destroy();
  if (controller.signal.aborted)
    return { beside: undefined, told: { after: undefined, status: 'nothing', message: '' } };
  const last = settled.at(-1);
  const told =
    last?.status === 'rejected'
      ? { after, status: last.reason.name, message: last.reason.message }
      : { after, status: 'ok', message: last?.value.Volumes === undefined ? 'no Volumes in it' : '' };
  return { beside: after, told };
}
