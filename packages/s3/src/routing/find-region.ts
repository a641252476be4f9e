import type { S3 } from '@aws-sdk/client-s3';
import type { Place } from '@proj/core';
import { isKnownRegion } from '../addresses/zone-region.js';
import { callOptionsOf, type RequestOptions } from '../calls/request-options.js';
import { BucketRegionError } from '../errors/bucket-region-error.js';
import { NoSuchBucketError } from '../errors/no-such-bucket-error.js';
import { regionHint } from './region-hint.js';

/** What one endpoint says of a bucket: its region, that there is none, or nothing that helps. */
type Said = { readonly region: string } | { readonly absent: Error } | { readonly silent: Error };

/**
 * Asks one endpoint by HeadBucket, whose header names the region whether the answer is 200, 301, 400 or 403.
 *
 * @throws what keeps the endpoint from being asked
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
async function askForRegion(place: Place<S3>, bucket: string, options: RequestOptions): Promise<Said> {
  let hint: ReturnType<typeof regionHint> | undefined;
  const ask = async (native: S3) => {
    try {
      return await native.headBucket({ Bucket: bucket });
    } catch (error) {
      hint = regionHint(error);
      throw error;
    }
  };
  try {
    const { BucketRegion } = await place.call('headBucket', ask, callOptionsOf(options));
    return { region: checked(bucket, BucketRegion || place.target.region, place) };
  } catch (error) {
    if (hint?.region !== undefined) return { region: checked(bucket, hint.region, place) };
    if (hint?.status === undefined || ![301, 400, 403, 404].includes(hint.status)) throw error;
    return hint.status === 404 ? { absent: error as Error } : { silent: error as Error };
  }
}

/** A region comes from a header, which leads where requests are signed for. One that the set itself has may be of its own making. */
function checked(bucket: string, region: string, { target }: Place<S3>): string {
  if (region === target.region || isKnownRegion(region)) return region;
  throw new BucketRegionError(bucket, `the answer names ${JSON.stringify(region)}, which is no region that is known`);
}

/** The region of a bucket whose name is one in the whole partition. */
export async function findRegion(place: Place<S3>, bucket: string, options: RequestOptions): Promise<string> {
  const said = await askForRegion(place, bucket, options);
  if ('region' in said) return said.region;
  if ('absent' in said) throw new NoSuchBucketError(bucket, { cause: said.absent });
  throw new BucketRegionError(bucket, `${place.target.region} does not say`, { cause: said.silent });
}

/** The region of a bucket where each region has names of its own: the one that has it. */
export async function findAmong(
  places: readonly Place<S3>[],
  bucket: string,
  options: RequestOptions,
): Promise<string> {
  const all = await Promise.all(
    places.map(async (place) => ({ place, said: await askForRegion(place, bucket, options) })),
  );
  const having = all.filter(({ said }) => 'region' in said || 'silent' in said).map(({ place }) => place.target.region);
  const [region, ...others] = having;
  if (region === undefined) throw new NoSuchBucketError(bucket);
  if (others.length === 0) return region;
  throw new BucketRegionError(bucket, `${having.join(', ')} each have one of this name`);
}
