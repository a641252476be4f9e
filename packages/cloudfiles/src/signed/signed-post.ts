import { OptionError } from '@proj/core';
import { checkRequestOptions, type RequestOptions } from '../calls/request-options.js';
import { pathOf } from '../wire/addresses.js';
import type { Region } from '../wire/region.js';
import { type Expiry, expiryOf } from './expiry.js';
import { type Digest, signatureOf } from './signature.js';

/**
 * What a form allows, and until when.
 *
 * @example
 * ```ts
 * const options: SignedPostOptions = { key, prefix: 'uploads/', maxFileSize: 10_000_000, maxFileCount: 1 };
 * ```
 */
export interface SignedPostOptions extends Expiry, RequestOptions {
  /** The account's or the container's key, a secret. */
  readonly key: string;
  /** What the names of the objects begin with; the names of the files come behind it. @defaultValue nothing */
  readonly prefix?: string | undefined;
  /** Where the browser is sent to afterwards. @defaultValue nowhere */
  readonly redirect?: string | undefined;
  /** Bytes of each file. */
  readonly maxFileSize: number;
  /** @defaultValue 1 */
  readonly maxFileCount?: number | undefined;
  /** Seconds after which the service deletes what was uploaded. @defaultValue it stays */
  readonly deleteAfter?: number | undefined;
  /** @defaultValue sha256 */
  readonly digest?: Digest | undefined;
}

/** A form: where it goes, and its fields, which have to stand before the files. */
export interface SignedPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

const names = [
  ...['key', 'prefix', 'redirect', 'maxFileSize', 'maxFileCount', 'deleteAfter', 'digest'],
  ...['expiresIn', 'expiresAt'],
];

/**
 * A form by which whoever has it may upload files from a browser, without a token.
 *
 * @see https://docs.openstack.org/swift/latest/api/form_post_middleware.html
 */
export async function signedPost(region: Region, container: string, options: SignedPostOptions): Promise<SignedPost> {
  const call = 'signedPost(options)';
  checkRequestOptions(call, options, names);
  const { prefix = '', redirect = '', maxFileSize, maxFileCount = 1, deleteAfter, key, digest } = options;
  checkWhole(`${call}: maxFileSize`, maxFileSize);
  checkWhole(`${call}: maxFileCount`, maxFileCount);
  if (deleteAfter !== undefined) checkWhole(`${call}: deleteAfter`, deleteAfter);
  const expires = expiryOf(call, options);
  const address = region.addressIn(await region.session.login(options.signal));
  const path = `${decodeURIComponent(address.pathname)}/${container}/${prefix}`;
  const lines = [path, redirect, String(maxFileSize), String(maxFileCount), String(expires)];
  const later = deleteAfter === undefined ? {} : { x_delete_after: String(deleteAfter) };
  return {
    url: `${address.origin}${address.pathname}${pathOf(container, prefix)}`,
    fields: {
      redirect,
      max_file_size: String(maxFileSize),
      max_file_count: String(maxFileCount),
      expires: String(expires),
      signature: signatureOf(call, lines, key, digest),
      ...later,
    },
  };
}

function checkWhole(what: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw new OptionError(`${what} is ${String(value)}; give a whole number, 1 or more`);
}
