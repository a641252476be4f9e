// Draining the queues of eight regions: one consumer with a handler for each message, beside sqs-consumer with eight consumers a region
// and a handler for each batch.
import { startCloudProcess } from '../cloud/process.mjs';
import { median } from './harness/median.mjs';
import { drainOnce } from './sqs/drain.mjs';
import { latencies, regions } from './sqs/regions.mjs';

/** @typedef {import('./sqs/drain.mjs').Figures} Figures */

const rounds = 5;
const order = /** @type {const} */ (['baseline', 'ours']);
const each = 6_250;

/** The most of the baseline's that ours may cost or take, and the most for itself. */
const must = { cpu: 1, seconds: 0.7, requests: 0.21, delay: 25 };
const goal = { cpu: 1 / 2.5, seconds: 1 / 3 };

const cases = [
  { name: 'next door', latency: /** @type {const} */ ('none') },
  { name: '20 to 200 ms away', latency: latencies },
];

/** @param {(typeof cases)[number]} one */
async function measure({ latency }) {
  const running = await startCloudProcess({ regions, seed: 'none', latency });
  const [account] = running.accounts;
  if (account === undefined) throw new Error('the cloud has no account');
  const cloud = { url: running.url, account: account.id, credentials: account.credentials };
  /** @type {{ ours: Figures[], baseline: Figures[] }} */
  const taken = { ours: [], baseline: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const sides = round % 2 === 0 ? order : [...order].reverse();
      for (const side of sides) taken[side].push(await drainOnce(side, cloud, each));
    }
  } finally {
    await running.stop();
  }
  const middle = (/** @type {keyof Figures} */ figure, /** @type {readonly Figures[]} */ all) =>
    median(all.map((one) => one[figure]));
  const share = (/** @type {keyof Figures} */ figure) =>
    median(taken.ours.map((one, round) => one[figure] / (taken.baseline[round]?.[figure] ?? Number.NaN)));
  const of = (/** @type {readonly Figures[]} */ all) => ({
    cpu: middle('cpu', all),
    seconds: middle('seconds', all),
    requests: middle('requests', all),
    delay: middle('delay', all),
  });
  const [ours, baseline, ratios] = [
    of(taken.ours),
    of(taken.baseline),
    { cpu: share('cpu'), seconds: share('seconds') },
  ];
  const met =
    ratios.cpu <= must.cpu &&
    ratios.seconds <= must.seconds &&
    ours.requests <= must.requests &&
    ours.delay < must.delay;
  return { ours, baseline, ratios, met };
}

/** @param {string} side @param {Figures} figures */
function line(side, { cpu, seconds, requests, delay }) {
  const cells = [`${cpu.toFixed(0)} µs`, `${seconds.toFixed(2)} s`, requests.toFixed(4), `${delay.toFixed(1)} ms`];
  return `  ${side.padEnd(22)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}

/** @type {import('./main.mjs').Program} */
export default async function sqsDrain() {
  const heads = ['CPU/message', 'drained in', 'requests/msg', 'loop delay p99'];
  const lines = [
    `${(each * regions.length).toLocaleString('en')} messages of 1 KiB in ${regions.length} regions, medians of ${rounds}`,
  ];
  /** @type {Record<string, Awaited<ReturnType<typeof measure>>>} */
  const results = {};
  for (const one of cases) {
    const result = await measure(one);
    results[one.name] = result;
    const { ours, baseline, ratios, met } = result;
    lines.push(
      `${one.name.padEnd(24)}${heads.map((head) => head.padStart(14)).join('')}`,
      line('one consumer', ours),
      line('sqs-consumer, batches', baseline),
      `  share of the baseline: CPU ${ratios.cpu.toFixed(2)} (must ${must.cpu}, goal ${goal.cpu}), time ${ratios.seconds.toFixed(2)} (must ${must.seconds}, goal ${goal.seconds.toFixed(2)})${met ? '' : '  BELOW'}`,
    );
  }
  const all = Object.values(results);
  return {
    text: lines.join('\n'),
    result: { bench: 'sqs-drain', must, goal, cases: results, met: all.every(({ met }) => met) },
  };
}
