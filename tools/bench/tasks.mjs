// What the engine costs by itself: targets that answer at once, and a sequence of tasks too long to be made beforehand.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { regionsOf, serviceSet } from '@proj/core';
import { defaultLimits } from '../../packages/core/dist/fanout/limits.js';
import { Run } from '../../packages/core/dist/fanout/run.js';
import { runAll } from '../../packages/core/dist/fanout/run-all.js';

setFlagsFromString('--expose-gc');
const collectGarbage = /** @type {() => void} */ (runInNewContext('gc'));

const regions = regionsOf('aws');
const answer = async () => 1;
class Instant {
  async touch() {
    return 1;
  }
}
const set = serviceSet(Instant, { regions });
/** So many fan-outs make one figure: a single one is too short for the clock. */
const repeated = 50;

async function ours() {
  const start = performance.now();
  for (let time = 0; time < repeated; time += 1) await set.touch().settled();
  return (performance.now() - start) / repeated;
}

async function baseline() {
  const start = performance.now();
  for (let time = 0; time < repeated; time += 1) await Promise.allSettled(regions.map(answer));
  return (performance.now() - start) / repeated;
}

const many = 340_000;
const megabyte = 2 ** 20;

/** The MB that the heap has grown by when `start` has begun and nothing has ended. @param {() => unknown} start */
async function growth(start) {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = start();
  await new Promise((resolve) => setImmediate(resolve));
  const grown = (process.memoryUsage().heapUsed - before) / megabyte;
  return { kept, grown };
}

/** Answers that never come: what is measured is the beginning. @returns {Promise<never>} */
const pending = () => new Promise(() => {});
const target = { service: 'bench', region: 'nowhere' };
const classify = () => ({ status: /** @type {const} */ ('failed'), error: new Error('unreachable') });

function* tasks() {
  for (let made = 0; made < many; made += 1) yield { operation: 'count', target, invoke: pending, classify };
}

async function oursGrown() {
  const run = new Run(defaultLimits);
  run.begin();
  const { grown } = await growth(() => runAll(tasks(), { run, pace: undefined }, () => {}));
  run.stop({ status: 'cancelled', error: new Error('measured') });
  run.end();
  return grown;
}

async function baselineGrown() {
  const { grown } = await growth(() => Promise.allSettled(Array.from({ length: many }, pending)));
  return grown;
}

/** @type {import('./harness/compare.mjs').Plan} */
export default {
  bench: 'tasks',
  rounds: 9,
  cases: [
    { name: '36 instant targets (ms)', ours, baseline, must: 0, goal: 0, over: { unit: 'ms', goal: 0.3 } },
    { name: '340,000 tasks, begun (MB)', ours: oursGrown, baseline: baselineGrown, must: 1, goal: 20 },
  ],
};
