import { OptionError } from '@proj/core';
import { checkRequestOptions, type RequestOptions } from '../calls/request-options.js';
import { headerText, type Metadata, metadataHeaders } from '../headers/metadata.js';

/** What an object is written with beside its bytes. */
export interface Attributes {
  /** @defaultValue what the service takes the name for */
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly cacheControl?: string | undefined;
  /** The user's own: names come back in small letters. */
  readonly metadata?: Metadata | undefined;
  /** When the service is to delete it, to the second. */
  readonly expiresAt?: Date | undefined;
  /** The same from now on, in seconds. */
  readonly expiresAfter?: number | undefined;
}

/**
 * How an object is written.
 *
 * @example
 * ```ts
 * const options: WriteOptions = { contentType: 'application/json', ifNoneMatch: '*' };
 * ```
 */
export interface WriteOptions extends Attributes, RequestOptions {
  /** Only where there is no such object, else a `PreconditionFailedError`. Swift has no other condition of writing. */
  readonly ifNoneMatch?: '*' | undefined;
}

/** The names of {@link Attributes}. */
export const attributeNames: readonly (keyof Attributes)[] = [
  'contentType',
  'contentEncoding',
  'contentDisposition',
  'cacheControl',
  'metadata',
  'expiresAt',
  'expiresAfter',
];

/** @throws OptionError */
export function checkWriteOptions(call: string, options: WriteOptions, more: readonly string[] = []): void {
  checkRequestOptions(call, options, [...attributeNames, 'ifNoneMatch', ...more]);
  if (options.ifNoneMatch !== undefined && options.ifNoneMatch !== '*') {
    throw new OptionError(`${call}: ifNoneMatch is '*'; Swift knows no other condition of writing`);
  }
  attributeHeaders(options);
}

/** For the wire. @throws OptionError */
export function attributeHeaders(attributes: Attributes): Record<string, string | undefined> {
  const { contentType, contentEncoding, contentDisposition, cacheControl, metadata } = attributes;
  return {
    ...metadataHeaders('Object', metadata),
    'content-type': text('contentType', contentType),
    'content-encoding': text('contentEncoding', contentEncoding),
    'content-disposition': text('contentDisposition', contentDisposition),
    'cache-control': text('cacheControl', cacheControl),
    ...expiryHeaders(attributes),
  };
}

function text(option: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : headerText(option, value);
}

function expiryHeaders({ expiresAt, expiresAfter }: Attributes): Record<string, string | undefined> {
  if (expiresAt !== undefined && expiresAfter !== undefined) {
    throw new OptionError('give expiresAt or expiresAfter, not both');
  }
  if (expiresAt !== undefined && !(expiresAt instanceof Date && Number.isFinite(expiresAt.getTime()))) {
    throw new OptionError('expiresAt is no time; give a Date');
  }
  if (expiresAfter !== undefined && !(Number.isSafeInteger(expiresAfter) && expiresAfter >= 1)) {
    throw new OptionError(`expiresAfter is ${String(expiresAfter)}; give whole seconds, 1 or more`);
  }
  return {
    'x-delete-at': expiresAt === undefined ? undefined : String(Math.ceil(expiresAt.getTime() / 1_000)),
    'x-delete-after': expiresAfter === undefined ? undefined : String(expiresAfter),
  };
}
