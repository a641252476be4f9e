import type { S3 } from '@aws-sdk/client-s3';
import { diff, type StorePlace } from '@proj/core/store';
import { expectTypeOf, test } from 'vitest';
import { type Bucket, type BucketStream, type ObjectHandle, type S3Region, type S3Set, s3 } from './index.js';

const everywhere = s3();
declare const bucket: Bucket;

test('the set gives buckets, and a region what is of one region', () => {
  expectTypeOf(everywhere).toEqualTypeOf<S3Set>();
  expectTypeOf(everywhere.buckets()).toEqualTypeOf<BucketStream>();
  expectTypeOf(everywhere.bucket('a')).toEqualTypeOf<Bucket>();
  expectTypeOf(everywhere.at('eu-west-1')).toEqualTypeOf<S3Region>();
  expectTypeOf(everywhere.at('eu-west-1').native).toEqualTypeOf<S3>();
  expectTypeOf(everywhere.in('eu-*').with({ timeout: 1_000 })).toEqualTypeOf<S3Set>();
  expectTypeOf(bucket.object('a')).toEqualTypeOf<ObjectHandle>();
});

test('a bucket is a place that others can be copied to and from', () => {
  expectTypeOf(diff).toBeCallableWith(bucket, bucket satisfies StorePlace);
});

test('rows have what was asked for', async () => {
  for await (const row of bucket.list({ with: ['size'] }))
    expectTypeOf(row).toEqualTypeOf<{ readonly name: string } & { readonly size: number }>();
  const paid = bucket.list({ with: ['contentType'], budget: { maxRequests: 5 } });
  for await (const row of paid) expectTypeOf(row.contentType).toEqualTypeOf<string>();
});

test('what is not there, or is not paid for, does not compile', () => {
  // @ts-expect-error the content type costs a request for each key
  bucket.list({ with: ['contentType'] });
  // @ts-expect-error S3 expires no single object
  bucket.list({ with: ['expiresAt'], budget: { maxRequests: 5 } });
  // @ts-expect-error a bucket is made in a region
  everywhere.createBucket('a', {});
  // @ts-expect-error an SDK operation is on `native`, not on the set
  everywhere.listBuckets;
  // @ts-expect-error no option of the client
  s3({ config: { maxAttemptz: 1 } });
  // @ts-expect-error no option of a set
  s3({ region: 'eu-west-1' });
  // @ts-expect-error streams go by upload
  bucket.object('a').put((async function* () {})());
  // @ts-expect-error it is what it was
  bucket.name = 'other';
});
