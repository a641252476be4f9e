import { s3 } from '@proj/s3';

/** @param {import('./transfer-child.mjs').Order} order @returns {import('./transfer-child.mjs').Mover} */
export function make({ url: endpoint, credentials, bucket, file }) {
  const everywhere = s3({ regions: ['us-east-1'], endpoint, credentials, config: { forcePathStyle: true } });
  const place = everywhere.at('us-east-1').bucket(bucket);
  return {
    warm: () => place.object('small').put('x'),
    move: () => place.object('ours').uploadFile(file),
  };
}
