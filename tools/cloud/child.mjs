// Embedded clouds in a process of their own, so that their work is not counted as their clients'.
import { isLocalCloudOptionsError, startLocalCloud } from '@proj/local';

/** @typedef {import('@proj/local').LocalCloud} LocalCloud */
/** @typedef {import('./process.mjs').CloudOptions} CloudOptions */

process.once('message', async (/** @type {readonly CloudOptions[]} */ all) => {
  const clouds = await Promise.all(all.map((options) => startLocalCloud({ ...options, latency: latencyOf(options) })));
  process.send?.(
    clouds.map((cloud) => ({
      url: cloud.url,
      accounts: cloud.accounts,
      endpoints: addresses(cloud, 'ec2'),
      simpledb: addresses(cloud, 'sdb'),
    })),
  );
  process.on('message', async (/** @type {import('./process.mjs').FaultsOrder} */ { index, faults }) => {
    await clouds[index]?.setFaults(faults);
    process.send?.('done');
  });
});
process.once('disconnect', () => process.exit(0));

/** A function cannot be sent from one process to another; times by region can. @param {CloudOptions} options */
function latencyOf({ latency }) {
  return typeof latency === 'object' ? (/** @type {string} */ region) => latency[region] ?? 0 : latency;
}

/** A service's address in each region that has it. @param {LocalCloud} cloud @param {'ec2' | 'sdb'} service */
function addresses(cloud, service) {
  return Object.fromEntries(
    cloud.regions.flatMap(({ name }) => {
      const address = addressIn(cloud, service, name);
      return address === undefined ? [] : [[name, address]];
    }),
  );
}

/** @param {LocalCloud} cloud @param {'ec2' | 'sdb'} service @param {string} region */
function addressIn(cloud, service, region) {
  try {
    return cloud.endpoint(service, region);
  } catch (error) {
    if (isLocalCloudOptionsError(error)) return undefined;
    throw error;
  }
}
