import type { ObjectCannedACL } from '@aws-sdk/client-s3';
import type { RequestOptions } from '../calls/request-options.js';
import { requestOptionNames } from '../calls/request-options.js';
import type { Attributes } from '../objects/write-options.js';

/**
 * How an object is written over itself.
 *
 * @example
 * ```ts
 * const options: RewriteOptions = { acl: 'private' }; // the ACL that is there is not asked for
 * ```
 */
export interface RewriteOptions extends RequestOptions {
  /** A canned ACL. @defaultValue the one that is there, where the bucket has ACLs: one or two requests more */
  readonly acl?: ObjectCannedACL | undefined;
  /** Only the object with this ETag, else a `PreconditionFailed` of the SDK's. @defaultValue the one that is found at first */
  readonly ifMatch?: string | undefined;
}

/**
 * What is changed of an object beside its metadata.
 *
 * @example
 * ```ts
 * const options: SetMetadataOptions = { contentType: 'text/csv', cacheControl: 'no-cache' };
 * ```
 */
export interface SetMetadataOptions
  extends RewriteOptions,
    Pick<Attributes, 'contentType' | 'contentEncoding' | 'contentDisposition' | 'contentLanguage' | 'cacheControl'> {}

export const rewriteOptionNames: readonly string[] = [...requestOptionNames, 'acl', 'ifMatch'];

export const setMetadataOptionNames: readonly string[] = [
  ...rewriteOptionNames,
  'contentType',
  'contentEncoding',
  'contentDisposition',
  'contentLanguage',
  'cacheControl',
];
