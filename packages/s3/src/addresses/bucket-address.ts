import { BucketAddressError } from './bucket-address-error.js';
import { isKnownRegion, regionOfZone } from './zone-region.js';

/** What the name of a bucket tells of where it is: the region, where it says it itself. */
export interface BucketAddress {
  readonly kind: 'bucket' | 'directory' | 'accessPoint';
  readonly region: string | undefined;
}

const directory = /^[a-z0-9][a-z0-9.-]*--([a-z0-9-]+)--x-s3$/;
const arn = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/;
const plain: BucketAddress = { kind: 'bucket', region: undefined };

/**
 * Reads what may stand in place of a bucket's name: a name, the name of a directory bucket, or the ARN of an access point.
 *
 * @throws BucketAddressError for what names none, and for what another client is needed for
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function bucketAddress(given: string): BucketAddress {
  if (typeof given !== 'string' || given === '') throw new BucketAddressError(String(given), 'names no bucket');
  if (given.startsWith('arn:')) return byArn(given);
  const zone = directory.exec(given)?.[1];
  if (zone !== undefined) return { kind: 'directory', region: inZone(given, zone) };
  if (/[\s/?#]/.test(given) || given.length > 255) {
    throw new BucketAddressError(given, 'names no bucket: give the name alone, or the ARN of an access point');
  }
  return plain;
}

function inZone(given: string, zone: string): string {
  const region = regionOfZone(zone);
  if (region !== undefined) return region;
  throw new BucketAddressError(
    given,
    `is a directory bucket in the zone ${zone}, which is in no region that is known: give it by at(region).bucket(name)`,
  );
}

function byArn(given: string): BucketAddress {
  const [, , service = '', region = '', , resource = ''] = arn.exec(given) ?? [];
  if (service === 's3' && resource.startsWith('accesspoint') && region === '') {
    throw new BucketAddressError(
      given,
      'is an access point of many regions, whose requests are signed by SigV4a: use the SDK with @aws-sdk/signature-v4-multi-region',
    );
  }
  if (service === 's3' && !resource.startsWith('accesspoint')) {
    throw new BucketAddressError(given, 'is the ARN of a bucket: give its name, which is behind the last colon');
  }
  if (!['s3', 's3-object-lambda', 's3-outposts', 's3express'].includes(service) || !/accesspoint/.test(resource)) {
    throw new BucketAddressError(given, 'is the ARN of no access point');
  }
  if (!isKnownRegion(region))
    throw new BucketAddressError(given, `is in ${JSON.stringify(region)}, which is no region that is known`);
  return { kind: 'accessPoint', region };
}
