// Moves one object up or down in a process of its own, and says what it cost.
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {'upload-ours' | 'upload-lib-storage' | 'download-ours' | 'download-bare'} Way */
/** @typedef {{ readonly way: Way, readonly url: string, readonly credentials: import('@proj/local').AccountCredentials, readonly bucket: string, readonly file: string, readonly size: number }} Order */
/** @typedef {{ readonly cpu: number, readonly seconds: number, readonly memory: number }} Figures s of CPU a GB; MB above the idle client at most */
/** @typedef {{ readonly warm: () => Promise<unknown>, readonly move: () => Promise<unknown> }} Mover */

/** @type {Record<Way, () => Promise<{ make: (order: Order) => Mover | Promise<Mover> }>>} */
const ways = {
  'upload-ours': () => import('./upload-ours.mjs'),
  'upload-lib-storage': () => import('./upload-lib-storage.mjs'),
  'download-ours': () => import('./download-ours.mjs'),
  'download-bare': () => import('./download-bare.mjs'),
};

process.once('message', async (/** @type {Order} */ order) => {
  const { make } = await ways[order.way]();
  const { warm, move } = await make(order);
  await warm();
  await wait(200);
  let peak = 0;
  const idle = process.memoryUsage.rss();
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const before = process.cpuUsage();
  const start = performance.now();
  await move();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(watching);
  /** @type {Figures} */
  const figures = { cpu: (user + system) / 1e6 / (order.size / 1e9), seconds, memory: (peak - idle) / 2 ** 20 };
  process.send?.(figures, () => process.exit(0));
});
