import type { ObjectCannedACL } from '@aws-sdk/client-s3';
import { expectTypeOf, test } from 'vitest';
import type { AccessRights, Bucket, CannedBucketAcl, ObjectAcls, ObjectHandle, ObjectRights } from '../index.js';

declare const bucket: Bucket;
declare const object: ObjectHandle;

test('what a bucket may have is no member until it was asked for', () => {
  // @ts-expect-error has the bucket ACLs?
  bucket.containerAcl;
  // @ts-expect-error have its objects ACLs?
  bucket.objectAcl;
  // @ts-expect-error there is no ACL that is always there
  bucket.setAcl;
  // @ts-expect-error nor of an object
  object.objectAcl;
  // @ts-expect-error nor here
  object.setAcl;
  if (bucket.has('containerAcl')) expectTypeOf(bucket.containerAcl).toEqualTypeOf<AccessRights<CannedBucketAcl>>();
  if (bucket.has('objectAcl')) expectTypeOf(bucket.objectAcl).toEqualTypeOf<ObjectAcls>();
  if (object.has('objectAcl')) expectTypeOf(object.objectAcl).toEqualTypeOf<ObjectRights>();
  expectTypeOf(bucket.require('containerAcl')).resolves.toEqualTypeOf<AccessRights<CannedBucketAcl>>();
  expectTypeOf(object.require('objectAcl')).resolves.toEqualTypeOf<ObjectRights>();
});

test('a bucket that has not what was asked for is a bucket still', () => {
  if (!bucket.has('versions')) expectTypeOf(bucket.setVersioning('enabled')).toEqualTypeOf<Promise<void>>();
  if (!bucket.has('containerAcl')) expectTypeOf(bucket.name).toEqualTypeOf<string>();
});

test('what S3 never has cannot be asked for', () => {
  // @ts-expect-error no object expires by itself
  bucket.has('expireAt');
  // @ts-expect-error no listing goes backwards
  bucket.require('reverseList');
  // @ts-expect-error no archive is unpacked
  bucket.require('extractArchive');
  // @ts-expect-error an object is asked for its ACL alone
  object.require('versions');
});

declare const rights: AccessRights<CannedBucketAcl>;
declare const objectRights: ObjectRights;

test('an ACL has one of the names, or grants', () => {
  rights.setAcl('public-read');
  rights.setAcl('log-delivery-write');
  objectRights.setAcl('bucket-owner-read' satisfies ObjectCannedACL, { versionId: 'v' });
  rights.setAcl({ grants: [{ to: { group: 'AllUsers' }, permission: 'READ' }] });
  // @ts-expect-error that is one of objects
  rights.setAcl('bucket-owner-read');
  // @ts-expect-error no such group
  rights.grant({ to: { group: 'Friends' }, permission: 'READ' });
  // @ts-expect-error no such permission
  rights.grant({ to: { id: 'a' }, permission: 'LOOK' });
  // @ts-expect-error a bucket has no versions of its ACL
  rights.acl({ versionId: 'v' });
});

test('settings take what S3 takes', () => {
  bucket.setVersioning('suspended');
  // @ts-expect-error it cannot be unset
  bucket.setVersioning(undefined);
  // @ts-expect-error no such method
  bucket.setCors([{ origins: ['*'], methods: ['PATCH'] }]);
  // @ts-expect-error a website of its own, or of another host
  bucket.setWebsite({ errorDocument: '404.html' });
  // @ts-expect-error no such state
  bucket.setOwnership('Mine');
  // @ts-expect-error days or a date
  bucket.setLifecycle({ rules: [{ expiration: { weeks: 1 } }] });
});

test('what is signed has what its method has', () => {
  object.signedUrl({ answer: { contentType: 'text/csv' } });
  object.signedUrl({ method: 'PUT', contentType: 'text/csv', size: 5 });
  // @ts-expect-error what is read is not written with a type
  object.signedUrl({ method: 'GET', contentType: 'text/csv' });
  // @ts-expect-error what is written has no version
  object.signedUrl({ method: 'PUT', versionId: 'v' });
  // @ts-expect-error which key?
  bucket.signedPost({});
});
