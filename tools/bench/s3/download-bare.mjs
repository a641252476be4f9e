import { createWriteStream } from 'node:fs';
import { get } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { s3 } from '@proj/s3';

/** One GET of a signed address into a file, and nothing compared. @param {import('./transfer-child.mjs').Order} order @returns {Promise<import('./transfer-child.mjs').Mover>} */
export async function make({ url: endpoint, credentials, bucket, file }) {
  const everywhere = s3({ regions: ['us-east-1'], endpoint, credentials, config: { forcePathStyle: true } });
  const place = everywhere.at('us-east-1').bucket(bucket);
  const { url } = await place.object('ours').signedUrl({ method: 'GET', expiresIn: 3_600 });
  return {
    warm: () => place.object('small').put('x'),
    move: () =>
      new Promise((resolve, reject) => {
        get(url, (answer) => {
          if (answer.statusCode !== 200) reject(new Error(`the answer was ${answer.statusCode}`));
          else pipeline(answer, createWriteStream(`${file}.bare`)).then(resolve, reject);
        }).once('error', reject);
      }),
  };
}
