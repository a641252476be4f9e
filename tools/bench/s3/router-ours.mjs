import { s3 } from '@proj/s3';
import { askAll, regions } from './router-plan.mjs';

/** A set over all regions. @param {import('./router-child.mjs').Cloud} cloud */
export async function run({ url: endpoint, credentials }) {
  const config = { forcePathStyle: true, requestHandler: { httpAgent: { maxSockets: 256 } } };
  const everywhere = s3({ regions, endpoint, credentials, config });
  return askAll((bucket) => everywhere.bucket(bucket).object('key').head());
}
