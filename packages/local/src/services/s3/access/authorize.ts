import { readPolicy } from '../../policies/policy.js';
import { accessDenied } from '../errors/errors.js';
import type { Need, S3Operation } from '../operations/operation.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import type { ObjectVersion } from '../store/object-version.js';
import { bucketAcl } from './bucket-acl.js';
import { isPublicPolicy, policyVerdict } from './bucket-policy.js';
import { type Grant, grants, isPublic } from './grants.js';
import { usesAcls } from './ownership.js';
import { blocks } from './public-access.js';

/** What an owner may do whatever the policy says, or a wrong one could never be taken back. */
const OF_THE_OWNER: ReadonlySet<string> = new Set([
  's3:PutBucketPolicy',
  's3:GetBucketPolicy',
  's3:DeleteBucketPolicy',
]);

/** What tells where a bucket is, even to those who may not look into it. */
const TELLING: ReadonlySet<string> = new Set(['HeadBucket', 'ListObjects', 'ListObjectsV2']);

/** Lets a call go on. Throws an S3Error when its caller may not do it, or when its bucket is not there. */
export function authorize(call: S3Call, { needs, name }: S3Operation): void {
  checkOwner(call);
  if (!needs) {
    if (call.account.id === '' && name !== 'PostObject') throw accessDenied();
    return;
  }
  const { bucket } = call;
  if (may(call, bucket, call.key, needs)) return;
  throw accessDenied(TELLING.has(name) ? { headers: { 'x-amz-bucket-region': bucket.region } } : {});
}

/** Who takes a bucket for another's than it is, is kept from it. */
function checkOwner({ store, bucketName, parts }: S3Call): void {
  const expected = parts.headers.get('x-amz-expected-bucket-owner');
  const bucket = store.buckets.find(bucketName);
  if (expected !== undefined && bucket && expected !== bucket.owner) throw accessDenied();
}

/** Whether the caller may do this in a bucket; an empty key means the bucket itself. */
export function may(asking: AskingCall, bucket: Bucket, key: string, needs: Need): boolean {
  const account = asking.account.id;
  const versionId = asking.query('versionId');
  const arn = `arn:aws:s3:::${bucket.name}${key && `/${key}`}`;
  const action = versionId === undefined ? needs.action : ofVersion(needs.action);
  const owner = ownerOf(bucket, key, versionId, needs);
  const own = account === owner;
  const verdict = policyVerdict(bucket, { account, action, arn });
  if (verdict === 'deny') return own && OF_THE_OWNER.has(action);
  // A bucket's owner gives what is its own.
  const given = verdict === 'allow' && owner === bucket.owner && !(account === '' && isRestricted(bucket));
  if (own || given) return true;
  const list = listFor(bucket, key, versionId, needs);
  return list !== undefined && needs.grant !== undefined && grants(list, account, needs.grant.permission);
}

/** What of a call the question needs. */
export interface AskingCall {
  readonly account: { readonly id: string };
  query(name: string): string | undefined;
}

/** Whose it is: where lists count, an object is its writer's, and not the bucket's owner's. */
function ownerOf(bucket: Bucket, key: string, versionId: string | undefined, { grant }: Need): string {
  if (grant?.of !== 'object' || !usesAcls(bucket)) return bucket.owner;
  const version = versionOf(bucket, key, versionId);
  return version && !version.deleteMarker ? version.owner : bucket.owner;
}

/** The list that may let a stranger in, where lists count. */
function listFor(
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
  { grant }: Need,
): readonly Grant[] | undefined {
  if (!grant || !usesAcls(bucket)) return undefined;
  const version = versionOf(bucket, key, versionId);
  const list = grant.of === 'bucket' ? bucketAcl(bucket) : (version?.acl ?? []);
  return blocks(bucket, 'IgnorePublicAcls') ? list.filter((one) => !isPublic([one])) : list;
}

function versionOf({ objects }: Bucket, key: string, versionId: string | undefined): ObjectVersion | undefined {
  return versionId === undefined ? objects.latest(key) : objects.version(key, versionId);
}

function isRestricted(bucket: Bucket): boolean {
  return blocks(bucket, 'RestrictPublicBuckets') && isPublicPolicy(readPolicy(bucket.setting('policy')));
}

/** Policies have actions of their own for versions: `s3:GetObjectVersionAcl`. */
function ofVersion(action: string): string {
  return action.replace(/^(s3:(?:Get|Put|Delete)Object)(?!Version)/, '$1Version');
}
