// Embedded clouds in a process of their own, so that their work is not counted as their clients'.
import { startLocalCloud } from '@proj/local';

process.once('message', async (/** @type {readonly import('@proj/local').LocalCloudOptions[]} */ all) => {
  const clouds = await Promise.all(all.map(startLocalCloud));
  process.send?.(
    clouds.map((cloud) => ({
      url: cloud.url,
      accounts: cloud.accounts,
      endpoints: Object.fromEntries(cloud.regions.map(({ name }) => [name, cloud.endpoint('ec2', name)])),
    })),
  );
});
process.once('disconnect', () => process.exit(0));
