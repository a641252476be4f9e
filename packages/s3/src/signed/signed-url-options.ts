import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { checkOneOf, checkWhole } from '../calls/check-value.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { type Attributes, checkMetadata } from '../objects/write-options.js';

export type SignedMethod = 'GET' | 'HEAD' | 'PUT' | 'DELETE';

/** The headers of the answer that a signed GET brings, in place of those that the object was written with. */
export interface AnswerHeaders {
  readonly contentType?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly contentLanguage?: string | undefined;
  readonly cacheControl?: string | undefined;
}

/** What is signed. */
interface AnyMethod extends RequestOptions {
  /** Seconds, 1 to 604,800 (seven days). Temporary credentials that end before end it. @defaultValue 900 */
  readonly expiresIn?: number | undefined;
}

/** Of reading or deleting. */
interface Reading extends AnyMethod {
  /** @defaultValue GET */
  readonly method?: 'GET' | 'HEAD' | 'DELETE' | undefined;
  /** @defaultValue the newest */
  readonly versionId?: string | undefined;
  /** For GET and HEAD: headers of the answer. */
  readonly answer?: AnswerHeaders | undefined;
}

/** Of writing: what is said here has to be sent as headers, which the signature names. */
interface Writing extends AnyMethod, Attributes {
  readonly method: 'PUT';
  /** Exactly so many bytes. @defaultValue any */
  readonly size?: number | undefined;
  /** `*`: only where there is no such object. */
  readonly ifNoneMatch?: '*' | undefined;
}

/**
 * What a signed URL allows, and until when.
 *
 * @example
 * ```ts
 * const options: SignedUrlOptions = { method: 'PUT', expiresIn: 600, contentType: 'text/csv', size: 1_024 };
 * ```
 */
export type SignedUrlOptions = Reading | Writing;

const anyNames = [...requestOptionNames, 'method', 'expiresIn'];
const readingNames = [...anyNames, 'versionId', 'answer'];
const writingNames: readonly string[] = [
  ...anyNames,
  'size',
  'ifNoneMatch',
  'contentType',
  'contentEncoding',
  'contentDisposition',
  'contentLanguage',
  'cacheControl',
  'metadata',
  'tags',
  'storageClass',
  'acl',
  'encryption',
  'kmsKeyId',
  'websiteRedirect',
];
const answerNames = ['contentType', 'contentDisposition', 'contentEncoding', 'contentLanguage', 'cacheControl'];

export function isWriting(options: SignedUrlOptions): options is Writing {
  return options.method === 'PUT';
}

/** @throws OptionError */
export function checkSignedUrlOptions(options: SignedUrlOptions): void {
  const isPut = typeof options === 'object' && options !== null && isWriting(options);
  checkNames('signedUrl(options)', options, isPut ? writingNames : readingNames);
  checkOneOf('signedUrl: method', options.method ?? 'GET', ['GET', 'HEAD', 'PUT', 'DELETE']);
  if (isWriting(options)) {
    checkMetadata(options.metadata);
    checkWhole('signedUrl: size', options.size, 0, Number.MAX_SAFE_INTEGER);
    return;
  }
  if (options.answer === undefined) return;
  checkNames('signedUrl({ answer })', options.answer, answerNames);
  if (options.method === 'DELETE') throw new OptionError('signedUrl: a DELETE has no answer to give headers to');
}
