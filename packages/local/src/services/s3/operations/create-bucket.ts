import type { Answer } from '../../../wire/answer.js';
import { notServed } from '../../../wire/not-served.js';
import { ACL } from '../access/bucket-acl.js';
import { headerAcl, isOwnersOnly } from '../access/given-acl.js';
import { isPublic } from '../access/grants.js';
import { OWNERSHIP, type Ownership, ownerships, usesAcls } from '../access/ownership.js';
import { allBlocked, PUBLIC_ACCESS } from '../access/public-access.js';
import { checkBucketName } from '../buckets/bucket-names.js';
import { bucketRegion } from '../buckets/location.js';
import { invalidArgument } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import type { Tag } from '../store/object-version.js';
import { readTags } from '../tags/tags.js';
import { nothing } from '../wire/answers.js';
import { childOf, readXml, textOf } from '../wire/xml-element.js';
import type { S3Operation } from './operation.js';

/** Makes a bucket. */
export const createBucket: S3Operation = { name: 'CreateBucket', method: 'PUT', at: 'bucket', run: create };

async function create(call: S3Call): Promise<Answer> {
  const { bucketName: name, account, store } = call;
  checkBucketName(name);
  const text = await call.body.text();
  const { constraint, tags } = readConfiguration(text);
  const region = bucketRegion(constraint, call.parts.region, call.parts.regions);
  const ownership = readOwnership(call);
  const answer = nothing(200, { location: `/${name}` });
  const taken = store.buckets.find(name);
  if (taken) {
    checkTaken(taken, account.id, region);
    return answer;
  }
  const settings = [
    [OWNERSHIP, ownership],
    [PUBLIC_ACCESS, allBlocked],
    ...(tags.length > 0 ? [['tagging', JSON.stringify(tags)] as const] : []),
  ] as const;
  const bucket = store.buckets.add({ name, region, owner: account.id, created: call.modified }, settings);
  try {
    putAcl(call, bucket);
  } catch (error) {
    store.buckets.remove(bucket);
    throw error;
  }
  return answer;
}

/** What is said of a new bucket. */
function readConfiguration(text: string): { constraint: string | undefined; tags: readonly Tag[] } {
  if (text === '') return { constraint: undefined, tags: [] };
  const given = readXml(text, 'CreateBucketConfiguration');
  if (childOf(given, 'Bucket') ?? childOf(given, 'Location')) throw notServed('the directory buckets of S3');
  const tags = childOf(given, 'Tags');
  return { constraint: textOf(given, 'LocationConstraint'), tags: tags ? readTags(tags, 'bucket') : [] };
}

/** The list that the bucket begins with: where lists do not count, it may say no more than that it is the owner's. */
function putAcl(call: S3Call, bucket: Bucket): void {
  const acl = headerAcl(call, bucket, call.account.id);
  if (!acl || isOwnersOnly(acl, bucket.owner)) {
    bucket.note();
    return;
  }
  if (!usesAcls(bucket)) {
    const message = "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
    throw new S3Error('InvalidBucketAclWithObjectOwnership', message);
  }
  if (isPublic(acl)) {
    const message = 'Bucket cannot have public ACLs set with BlockPublicAccess enabled';
    throw new S3Error('InvalidBucketAclWithBlockPublicAccessError', message);
  }
  bucket.set(ACL, JSON.stringify(acl));
}

/** A name is free, or the caller's own already: us-east-1 alone takes that for granted. */
function checkTaken(bucket: Bucket, account: string, region: string): void {
  const details = { BucketName: bucket.name };
  if (bucket.owner !== account) {
    const message =
      'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.';
    throw new S3Error('BucketAlreadyExists', message, 409, { details });
  }
  if (bucket.region === 'us-east-1' && region === 'us-east-1') return;
  const message = 'Your previous request to create the named bucket succeeded and you already own it.';
  throw new S3Error('BucketAlreadyOwnedByYou', message, 409, { details });
}

/** Whose objects are: the owner's, unless it is said; a list counts where one is sent, though it is the owner's alone. */
function readOwnership(call: S3Call): Ownership {
  const given = call.header('x-amz-object-ownership');
  if (given === undefined)
    return call.header('x-amz-acl') === 'private' ? 'BucketOwnerPreferred' : 'BucketOwnerEnforced';
  const found = ownerships.find((one) => one === given);
  if (!found) throw invalidArgument('Invalid x-amz-object-ownership header', 'x-amz-object-ownership', given);
  return found;
}
