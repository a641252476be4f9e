// Drains the queues of a cloud in a process of its own, and says what it cost.
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** @typedef {import('./drain.mjs').Figures} Figures */

const sides = { ours: () => import('./drain-ours.mjs'), baseline: () => import('./drain-baseline.mjs') };

process.once('message', async (/** @type {import('./drain.mjs').Order} */ { side, cloud, total }) => {
  const { drain } = await sides[side]();
  let requests = 0;
  subscribe('http.client.request.start', () => {
    requests += 1;
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.cpuUsage();
  const start = performance.now();
  delay.enable();
  await drain(cloud, total);
  delay.disable();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(before);
  /** @type {Figures} */
  const figures = {
    cpu: (user + system) / total,
    seconds,
    requests: requests / total,
    delay: delay.percentile(99) / 1e6,
  };
  process.send?.(figures, () => process.exit(0));
});
