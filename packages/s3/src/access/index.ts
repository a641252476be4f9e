export { AccessRights, type Acl, type AclToSet } from './access-rights.js';
export type { CannedBucketAcl } from './bucket-rights.js';
export type { Grant, Grantee, Group, Owner } from './grants.js';
export type { ObjectAcls, ObjectRights, VersionOptions } from './object-acls.js';
