// Mirrors a bucket into a container, or a container into a bucket, in a process that may be killed, and tells of each object.
import { mirror } from '@proj/core/store';
import { placesOf } from './mirror-places.mjs';

/** @typedef {{ readonly cluster: import('./mirror-places.mjs').Cluster, readonly way: 'there' | 'back' }} Order */

process.once('message', async (/** @type {Order} */ { cluster, way }) => {
  const { there, container, back, close } = await placesOf(cluster);
  const [from, to] = way === 'there' ? [there, container] : [container, back];
  const accept = /** @type {const} */ ([
    'acl',
    'versions',
    'manifest',
    'expiry',
    'storageClass',
    'checksum',
    'tags',
    'metadataCase',
    'metadataUnderscore',
  ]);
  for await (const { name, error } of mirror(from, to, { accept, concurrency: 24 })) {
    process.send?.({ name, error: error === undefined ? undefined : String(error) });
  }
  await close();
  process.send?.({ done: true }, () => process.exit(0));
});
