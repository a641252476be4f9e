// Asks for objects of buckets in eight regions in a process of its own, and says how the requests went.
import { subscribe } from 'node:diagnostics_channel';

/** @typedef {{ readonly url: string, readonly credentials: import('@proj/local').AccountCredentials }} Cloud */
/** @typedef {{ readonly requests: number, readonly misrouted: number, readonly failed: number, readonly seconds: number, readonly cpu: number }} Figures µs of CPU a call */

const sides = { ours: () => import('./router-ours.mjs'), baseline: () => import('./router-baseline.mjs') };

process.once('message', async (/** @type {{ side: 'ours' | 'baseline', cloud: Cloud }} */ { side, cloud }) => {
  const { run } = await sides[side]();
  let [requests, misrouted] = [0, 0];
  subscribe('http.client.response.finish', (message) => {
    const { request, response } =
      /** @type {{ request: import('node:http').ClientRequest, response: import('node:http').IncomingMessage }} */ (
        message
      );
    requests += 1;
    // A look-up of a bucket is redirected where it tells the region: that is what it is for.
    const isLookUp = request.path.split('/').filter(Boolean).length < 2;
    const status = response.statusCode ?? 0;
    if (!isLookUp && [301, 307, 400].includes(status)) misrouted += 1;
  });
  const before = process.cpuUsage();
  const start = performance.now();
  const failed = await run(cloud);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1_000;
  /** @type {Figures} */
  const figures = { requests, misrouted, failed, seconds, cpu: (user + system) / 10_000 };
  process.send?.(figures, () => process.exit(0));
});
