import type { ObjectCannedACL } from '@aws-sdk/client-s3';
import type { PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { OptionError } from '@proj/core';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { checkWhole, refuseIf } from '../calls/check-value.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { checkMetadata } from '../objects/write-options.js';
import { checkedExpiry, endOf } from './expires-in.js';

/** A text, or any text that begins with this. */
type TextOrStart = string | { readonly startsWith: string };

/**
 * What a form may upload, and until when.
 *
 * @example
 * ```ts
 * const options: SignedPostOptions = {
 *   key: { startsWith: 'uploads/' },
 *   size: { max: 5_000_000 },
 *   contentType: { startsWith: 'image/' },
 * };
 * ```
 */
export interface SignedPostOptions extends RequestOptions {
  /** The object's key; with `startsWith` the form says the rest, and by itself the name of its file. */
  readonly key: TextOrStart;
  /** Seconds, 1 to 604,800 (seven days). @defaultValue 900 */
  readonly expiresIn?: number | undefined;
  /** Bytes of the file. @defaultValue any number */
  readonly size?: { readonly min?: number | undefined; readonly max: number } | undefined;
  /** With `startsWith` the form says the whole in its field `Content-Type`. @defaultValue none */
  readonly contentType?: TextOrStart | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** A canned ACL, where the bucket has ACLs. */
  readonly acl?: ObjectCannedACL | undefined;
  /** Where the browser goes when it is done. @defaultValue S3 answers 204 */
  readonly redirectTo?: string | undefined;
  /** Other fields of the form, which it has to have as they are. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

/** A form that needs no credentials: a browser sends its fields, and the file as the last one, `file`, as `multipart/form-data`. */
export interface SignedPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** When it ends. */
  readonly expires: Date;
}

type Conditions = NonNullable<PresignedPostOptions['Conditions']>;

const names = [
  ...requestOptionNames,
  'key',
  'expiresIn',
  'size',
  'contentType',
  'metadata',
  'acl',
  'redirectTo',
  'fields',
];

/** Signs a form. @throws OptionError @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
export async function signedPost(home: BucketHome, options: SignedPostOptions): Promise<SignedPost> {
  checkNames('signedPost(options)', options, names);
  const expiresIn = checkedExpiry('signedPost', options.expiresIn);
  const ask = { Key: keyOf(options), Fields: fieldsOf(options), Conditions: conditionsOf(options) };
  const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post'); // it may bring a client of its own
  const native = await home.native(options);
  const { expiration } = await native.config.credentials();
  const { url, fields } = await createPresignedPost(native, { ...ask, Bucket: home.name, Expires: expiresIn });
  return { url, fields, expires: endOf(expiresIn, expiration) };
}

/** S3 puts the name of the form's file in place of `${filename}`. */
function keyOf({ key }: SignedPostOptions): string {
  if (typeof key === 'string' && key !== '') return key;
  if (typeof key === 'object' && typeof key?.startsWith === 'string') return `${key.startsWith}\${filename}`;
  throw new OptionError('signedPost({ key }): a key, or { startsWith } for any that begins so');
}

function fieldsOf({ contentType, metadata = {}, acl, redirectTo, fields }: SignedPostOptions): Record<string, string> {
  checkMetadata(metadata);
  const own = Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name.toLowerCase()}`, value]);
  return {
    ...(typeof contentType === 'string' ? { 'Content-Type': contentType } : {}),
    ...(acl === undefined ? {} : { acl }),
    ...(redirectTo === undefined ? {} : { success_action_redirect: redirectTo }),
    ...Object.fromEntries(own),
    ...fields,
  };
}

function conditionsOf({ size, contentType }: SignedPostOptions): Conditions {
  const conditions: Conditions = [];
  if (size !== undefined) {
    checkWhole('signedPost: size.min', size.min, 0, Number.MAX_SAFE_INTEGER);
    checkWhole('signedPost: size.max', size.max, 0, Number.MAX_SAFE_INTEGER);
    refuseIf(size.max === undefined || (size.min ?? 0) > size.max, 'signedPost: size is { min, max } in bytes');
    conditions.push(['content-length-range', size.min ?? 0, size.max]);
  }
  if (typeof contentType === 'object') conditions.push(['starts-with', '$Content-Type', contentType.startsWith]);
  return conditions;
}
