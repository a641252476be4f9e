// The embedded cloud in a process of its own, so that its work is not counted as its client's.
import { startLocalCloud } from '@proj/local';

process.once('message', async (options) => {
  const cloud = await startLocalCloud(/** @type {import('@proj/local').LocalCloudOptions} */ (options));
  process.send?.({ url: cloud.url, accounts: cloud.accounts });
});
process.once('disconnect', () => process.exit(0));
