import { S3Error } from '../errors/s3-error.js';

/** The one region whose endpoint makes buckets everywhere, and whose buckets name no place. */
const FIRST = 'us-east-1';

/** The region that a new bucket will have. Throws {@link S3Error} for a place that is not to be had at this endpoint. */
export function bucketRegion(constraint: string | undefined, endpoint: string, regions: readonly string[]): string {
  if (constraint === undefined || constraint === '') {
    if (endpoint === FIRST) return FIRST;
    throw incompatible('unspecified');
  }
  const region = constraint === 'EU' ? 'eu-west-1' : constraint;
  if (region === FIRST || !regions.includes(region)) {
    throw new S3Error('InvalidLocationConstraint', 'The specified location-constraint is not valid', 400, {
      details: { LocationConstraint: constraint },
    });
  }
  if (endpoint !== FIRST && endpoint !== region) throw incompatible(constraint);
  return region;
}

/** How a bucket's region is told: that of us-east-1 is told by nothing. */
export function locationOf(region: string): string {
  return region === FIRST ? '' : region;
}

function incompatible(constraint: string): S3Error {
  const message = `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`;
  return new S3Error('IllegalLocationConstraintException', message);
}
