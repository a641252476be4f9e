// Moving files of 1 and 4 GiB up and down, in parts that are checked by CRC32: beside lib-storage with the same parts, and beside a bare GET.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { s3 } from '@proj/s3';
import { startCloudProcess } from '../cloud/process.mjs';
import { median } from './harness/median.mjs';

/** @typedef {import('./s3/transfer-child.mjs').Figures} Figures */
/** @typedef {import('./s3/transfer-child.mjs').Way} Way */

const gibibyte = 2 ** 30;
const sizes = [
  { name: '1 GiB', size: gibibyte, rounds: 5 },
  { name: '4 GiB', size: 4 * gibibyte, rounds: 2 },
];
const [partSize, concurrency] = [8, 4];
/** Shares of CPU of the baseline's, and MB above the idle client. */
const must = { upload: 0.7, download: 1.25, memory: 2 * partSize * concurrency + 20 };
const goal = { upload: 1 / 3 };

/** @type {readonly Way[]} */
const ways = ['upload-ours', 'upload-lib-storage', 'download-ours', 'download-bare'];

/** A file that no file system keeps as a hole. @param {string} path @param {number} size */
async function write(path, size) {
  const file = await open(path, 'w');
  const piece = Buffer.alloc(2 ** 24);
  for (let at = 0; at < piece.length; at += 4) piece.writeUInt32LE((at * 2_654_435_761) >>> 0, at);
  for (let at = 0; at < size; at += piece.length) {
    piece.writeUInt32LE(at / piece.length, 0);
    await file.write(piece, 0, Math.min(piece.length, size - at), at);
  }
  await file.close();
}

/** @param {import('./s3/transfer-child.mjs').Order} order @returns {Promise<Figures>} */
async function moveOnce(order) {
  const child = fork(fileURLToPath(new URL('s3/transfer-child.mjs', import.meta.url)), { execArgv: ['--no-warnings'] });
  child.send(order);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${order.way} ended with exit code ${code}`);
  });
  ended.catch(() => {});
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  return figures;
}

/** @param {(typeof sizes)[number]} one @param {string} folder */
async function measure({ size, rounds }, folder) {
  const cloud = await startCloudProcess({ regions: ['us-east-1'], seed: 'none' });
  const [account] = cloud.accounts;
  if (account === undefined) throw new Error('the cloud has no account');
  const { credentials } = account;
  const everywhere = s3({ regions: ['us-east-1'], endpoint: cloud.url, credentials, config: { forcePathStyle: true } });
  const file = join(folder, 'file');
  /** @type {Record<Way, Figures[]>} */
  const taken = { 'upload-ours': [], 'upload-lib-storage': [], 'download-ours': [], 'download-bare': [] };
  try {
    await everywhere.createBucket('transferred', { region: 'us-east-1' });
    await write(file, size);
    for (let round = 0; round < rounds; round += 1) {
      // What is downloaded has to be there before.
      const order = round % 2 === 0 ? ways : ['upload-lib-storage', 'upload-ours', 'download-bare', 'download-ours'];
      for (const way of /** @type {readonly Way[]} */ (order)) {
        taken[way].push(await moveOnce({ way, url: cloud.url, credentials, bucket: 'transferred', file, size }));
      }
    }
  } finally {
    await everywhere[Symbol.asyncDispose]();
    await cloud.stop();
    for (const end of ['', '.down', '.bare']) rmSync(`${file}${end}`, { force: true });
  }
  const share = (/** @type {Way} */ ours, /** @type {Way} */ other) =>
    median(taken[ours].map((one, round) => one.cpu / (taken[other][round]?.cpu ?? Number.NaN)));
  const memory = Math.max(...[...taken['upload-ours'], ...taken['download-ours']].map((one) => one.memory));
  const upload = share('upload-ours', 'upload-lib-storage');
  const download = share('download-ours', 'download-bare');
  const met = upload <= must.upload && download <= must.download && memory <= must.memory;
  const middle = (/** @type {Way} */ way, /** @type {keyof Figures} */ figure) =>
    median(taken[way].map((one) => one[figure]));
  const figures = Object.fromEntries(
    ways.map((way) => [
      way,
      { cpu: middle(way, 'cpu'), seconds: middle(way, 'seconds'), memory: middle(way, 'memory') },
    ]),
  );
  return { figures, ratios: { upload, download }, memory, met };
}

/** @param {string} way @param {Figures} figures */
function line(way, { cpu, seconds, memory }) {
  const cells = [`${cpu.toFixed(2)} s`, `${seconds.toFixed(1)} s`, `${memory.toFixed(0)} MB`];
  return `  ${way.padEnd(20)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}

/** @type {import('./main.mjs').Program} */
export default async function s3Transfer() {
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-transfer-'));
  /** @type {Record<string, Awaited<ReturnType<typeof measure>>>} */
  const results = {};
  const lines = [];
  try {
    for (const one of sizes) {
      const result = await measure(one, folder);
      results[one.name] = result;
      const { figures, ratios, memory, met } = result;
      lines.push(
        `${`${one.name}, medians of ${one.rounds}`.padEnd(22)}${['CPU/GB', 'time', 'above idle'].map((head) => head.padStart(12)).join('')}`,
        ...Object.entries(figures).map(([way, figure]) => line(way, figure)),
        `  CPU: up ${ratios.upload.toFixed(2)} of lib-storage's (must ${must.upload}, goal ${goal.upload.toFixed(2)}), down ${ratios.download.toFixed(2)} of a bare GET's (must ${must.download}); memory at most ${memory.toFixed(0)} MB (must ${must.memory})${met ? '' : '  BELOW'}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    text: lines.join('\n'),
    result: { bench: 's3-transfer', must, goal, sizes: results, met: Object.values(results).every(({ met }) => met) },
  };
}
