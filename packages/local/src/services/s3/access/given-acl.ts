import { accessDenied, invalidArgument, invalidRequest } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import { ownersAcl } from './bucket-acl.js';
import {
  ALL_USERS,
  AUTHENTICATED_USERS,
  canonicalId,
  type Grant,
  isPublic,
  LOG_DELIVERY,
  type Permission,
} from './grants.js';
import { ownershipOf, usesAcls } from './ownership.js';
import { blocks } from './public-access.js';

const GRANT_HEADERS: readonly (readonly [string, Permission])[] = [
  ['x-amz-grant-full-control', 'FULL_CONTROL'],
  ['x-amz-grant-read', 'READ'],
  ['x-amz-grant-read-acp', 'READ_ACP'],
  ['x-amz-grant-write', 'WRITE'],
  ['x-amz-grant-write-acp', 'WRITE_ACP'],
];

/** The list that the headers of a call give, for what this account will have; its own alone where they say nothing. */
export function givenAcl(call: S3Call, bucket: Bucket, owner: string): readonly Grant[] {
  const acl = headerAcl(call, bucket, owner);
  if (!acl) return ownersAcl(owner);
  const canned = call.header('x-amz-acl');
  const harmless = canned === undefined ? isOwnersOnly(acl, bucket.owner) : canned === 'bucket-owner-full-control';
  return checkAcl(bucket, acl, harmless);
}

/** The same, whether it is allowed or not; undefined where they say nothing. */
export function headerAcl(call: S3Call, bucket: Bucket, owner: string): readonly Grant[] | undefined {
  const canned = call.header('x-amz-acl');
  const granted = GRANT_HEADERS.filter(([name]) => call.header(name) !== undefined);
  if (canned !== undefined && granted.length > 0) {
    throw invalidRequest('Specifying both Canned ACLs and Header Grants is not allowed');
  }
  if (canned !== undefined) return cannedAcl(canned, owner, bucket.owner);
  if (granted.length === 0) return undefined;
  return granted.flatMap(([name, permission]) => readGrants(call.header(name) ?? '', permission));
}

/** Refuses a list where lists do not count, or one that lets everybody in where that is blocked. */
export function checkAcl(bucket: Bucket, acl: readonly Grant[], harmless: boolean): readonly Grant[] {
  if (!usesAcls(bucket) && !harmless) {
    throw new S3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  if (isPublic(acl) && blocks(bucket, 'BlockPublicAcls')) throw accessDenied();
  return acl;
}

/** The account that will have an object: the bucket's, where it has all, or is given it. */
export function objectOwner(call: S3Call, bucket: Bucket): string {
  const ownership = ownershipOf(bucket);
  const given = ownership === 'BucketOwnerPreferred' && call.header('x-amz-acl') === 'bucket-owner-full-control';
  return ownership === 'BucketOwnerEnforced' || given ? bucket.owner : call.account.id || bucket.owner;
}

/** One of the lists that have names. Throws an S3Error for another. */
function cannedAcl(name: string, owner: string, bucketOwner: string): readonly Grant[] {
  const grant = (grantee: string, permission: Permission): Grant => ({ grantee, permission });
  const more = new Map<string, readonly Grant[]>([
    ['private', []],
    ['public-read', [grant(ALL_USERS, 'READ')]],
    ['public-read-write', [grant(ALL_USERS, 'READ'), grant(ALL_USERS, 'WRITE')]],
    ['authenticated-read', [grant(AUTHENTICATED_USERS, 'READ')]],
    ['aws-exec-read', []],
    ['log-delivery-write', [grant(LOG_DELIVERY, 'WRITE'), grant(LOG_DELIVERY, 'READ_ACP')]],
    ['bucket-owner-read', owner === bucketOwner ? [] : [grant(canonicalId(bucketOwner), 'READ')]],
    ['bucket-owner-full-control', owner === bucketOwner ? [] : [grant(canonicalId(bucketOwner), 'FULL_CONTROL')]],
  ]).get(name);
  if (!more) throw invalidArgument('', 'x-amz-acl', name);
  return [...ownersAcl(owner), ...more];
}

function readGrants(header: string, permission: Permission): readonly Grant[] {
  return header.split(',').map((one) => {
    const [, kind, value = ''] = /^\s*(id|uri|emailAddress)\s*=\s*"?([^"]*)"?\s*$/i.exec(one) ?? [];
    if (kind === undefined) throw invalidArgument('Argument format not recognized', 'x-amz-grant', header);
    if (kind.toLowerCase() === 'emailaddress') throw unresolvable();
    return { grantee: value, permission };
  });
}

/** An e-mail address that is no account's: this cloud's accounts have none. */
export function unresolvable(): S3Error {
  return new S3Error(
    'UnresolvableGrantByEmailAddress',
    'The e-mail address you provided does not match any account on record.',
  );
}

/** Whether a list lets nobody in but this account. */
export function isOwnersOnly(acl: readonly Grant[], owner: string): boolean {
  return acl.every(({ grantee }) => grantee === canonicalId(owner));
}
