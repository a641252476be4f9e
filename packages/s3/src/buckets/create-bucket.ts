import type { BucketLocationConstraint, CreateBucketCommandInput, ObjectOwnership, S3 } from '@aws-sdk/client-s3';
import { OptionError, type Place } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';

/**
 * How a bucket is made.
 *
 * @example
 * ```ts
 * const options: CreateBucketOptions = { tags: { team: 'billing' } };
 * ```
 */
export interface CreateBucketOptions extends RequestOptions {
  /** Who owns its objects; anything but `BucketOwnerEnforced` lets it have ACLs. @defaultValue BucketOwnerEnforced */
  readonly ownership?: ObjectOwnership | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Whether its objects can be locked. @defaultValue false */
  readonly objectLock?: boolean | undefined;
  /** Anything else that CreateBucket takes. */
  readonly input?: Omit<Partial<CreateBucketCommandInput>, 'Bucket'> | undefined;
}

const rule =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|\.mrap|--table-s3)$)(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Refuses what S3 would refuse. @throws OptionError @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function checkNewName(name: string): void {
  if (typeof name === 'string' && rule.test(name)) return;
  throw new OptionError(
    `${JSON.stringify(name)} cannot name a new bucket: 3 to 63 of a-z, 0-9, hyphens and single dots, with a letter or digit at both ends, and not like an IP address`,
  );
}

/** Makes a bucket in a region. It is done again without harm where the bucket is one's own already. */
export async function createBucket(place: Place<S3>, name: string, options: CreateBucketOptions): Promise<void> {
  checkNames('createBucket(name, options)', options, [
    ...requestOptionNames,
    'ownership',
    'tags',
    'objectLock',
    'input',
  ]);
  checkNewName(name);
  const { ownership, objectLock, input } = options;
  const ask: CreateBucketCommandInput = {
    ObjectOwnership: ownership,
    ObjectLockEnabledForBucket: objectLock,
    ...input,
    Bucket: name,
    CreateBucketConfiguration: { ...locationOf(place), ...tagsOf(options), ...input?.CreateBucketConfiguration },
  };
  if (Object.keys(ask.CreateBucketConfiguration ?? {}).length === 0) delete ask.CreateBucketConfiguration;
  await place.call('createBucket', (native) => native.createBucket(ask), callOptionsOf(options));
}

/** Only us-east-1 is not to be named. */
function locationOf({ target }: Place<S3>): { LocationConstraint?: BucketLocationConstraint } {
  const { region } = target;
  return region === 'us-east-1' ? {} : { LocationConstraint: region as BucketLocationConstraint };
}

function tagsOf({ tags }: CreateBucketOptions): { Tags?: { Key: string; Value: string }[] } {
  return tags === undefined ? {} : { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
}
