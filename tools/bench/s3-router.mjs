// 10,000 requests, 200 at once, for objects of forty buckets in eight regions: how many go to a wrong region, or are signed for one. Beside one client of the
// SDK that follows redirects.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { s3 } from '@proj/s3';
import { startCloudProcess } from '../cloud/process.mjs';
import { median } from './harness/median.mjs';
import { buckets, regions, total } from './s3/router-plan.mjs';

/** @typedef {import('./s3/router-child.mjs').Figures} Figures */
/** @typedef {import('./s3/router-child.mjs').Cloud} Cloud */

const rounds = 5;
const must = { misrouted: 0, lookUps: buckets.length };

/** @param {'ours' | 'baseline'} side @param {Cloud} cloud @returns {Promise<Figures>} */
async function askOnce(side, cloud) {
  const child = fork(fileURLToPath(new URL('s3/router-child.mjs', import.meta.url)), { execArgv: ['--no-warnings'] });
  child.send({ side, cloud });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that asks ended with exit code ${code}`);
  });
  ended.catch(() => {});
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  return figures;
}

/** @param {Cloud} cloud */
async function makeBuckets({ url: endpoint, credentials }) {
  const everywhere = s3({ regions, endpoint, credentials, config: { forcePathStyle: true } });
  for (const { name, region } of buckets) {
    const bucket = await everywhere.createBucket(name, { region });
    await bucket.object('key').put('x');
  }
  await everywhere[Symbol.asyncDispose]();
}

/** @type {import('./main.mjs').Program} */
export default async function s3Router() {
  const running = await startCloudProcess({ regions, seed: 'none' });
  const [account] = running.accounts;
  if (account === undefined) throw new Error('the cloud has no account');
  const cloud = { url: running.url, credentials: account.credentials };
  /** @type {{ ours: Figures[], baseline: Figures[] }} */
  const taken = { ours: [], baseline: [] };
  try {
    await makeBuckets(cloud);
    for (let round = 0; round < rounds; round += 1) {
      const sides = /** @type {const} */ (['ours', 'baseline']);
      for (const side of round % 2 === 0 ? sides : [...sides].reverse()) taken[side].push(await askOnce(side, cloud));
    }
  } finally {
    await running.stop();
  }
  const middle = (/** @type {readonly Figures[]} */ all) => {
    const of = (/** @type {keyof Figures} */ figure) => median(all.map((one) => one[figure]));
    return {
      requests: of('requests'),
      misrouted: of('misrouted'),
      failed: of('failed'),
      seconds: of('seconds'),
      cpu: of('cpu'),
    };
  };
  const [ours, baseline] = [middle(taken.ours), middle(taken.baseline)];
  const met = taken.ours.every(
    ({ misrouted, failed, requests }) => misrouted === 0 && failed === 0 && requests <= total + must.lookUps,
  );
  const text = [
    `${total.toLocaleString('en')} requests for objects of ${buckets.length} buckets in ${regions.length} regions, medians of ${rounds}`,
    `${''.padEnd(26)}${['misrouted', 'failed', 'on the wire', 'CPU/call', 'time'].map((head) => head.padStart(13)).join('')}`,
    line('a set', ours),
    line('followRegionRedirects', baseline),
  ].join('\n');
  return { text, result: { bench: 's3-router', ours, baseline, must, met } };
}

/** @param {string} side @param {Figures} figures */
function line(side, { misrouted, failed, requests, cpu, seconds }) {
  const cells = [misrouted, failed, requests].map((count) => count.toLocaleString('en'));
  return `  ${side.padEnd(24)}${[...cells, `${cpu.toFixed(0)} µs`, `${seconds.toFixed(1)} s`].map((cell) => cell.padStart(13)).join('')}`;
}
