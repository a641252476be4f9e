// Lists a bucket in a process of its own, and says what it cost.
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {{ readonly keys: number, readonly seconds: number, readonly cpu: number, readonly memory: number }} Figures µs of CPU a key, MB of heap at most */

const sides = { ours: () => import('./list-ours.mjs'), baseline: () => import('./list-baseline.mjs') };

process.once(
  'message',
  async (/** @type {{ side: 'ours' | 'baseline', url: string, flag: boolean }} */ { side, url, flag }) => {
    const { list } = await sides[side]();
    let memory = 0;
    const watching = setInterval(() => {
      memory = Math.max(memory, process.memoryUsage().heapUsed);
    }, 50);
    const before = process.cpuUsage();
    const start = performance.now();
    const keys = await list(url, flag);
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(before);
    clearInterval(watching);
    await wait(0);
    /** @type {Figures} */
    const figures = { keys, seconds, cpu: (user + system) / keys, memory: memory / 2 ** 20 };
    process.send?.(figures, () => process.exit(0));
  },
);
