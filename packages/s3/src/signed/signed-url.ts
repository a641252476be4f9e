import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkedExpiry, endOf } from './expires-in.js';
import { signedCommand } from './signed-command.js';
import { checkSignedUrlOptions, type SignedMethod, type SignedUrlOptions } from './signed-url-options.js';
import { signingClient } from './signing-client.js';

export type { SignedMethod, SignedUrlOptions } from './signed-url-options.js';

/**
 * A request that needs no credentials. Who has the URL has the right: it is a secret.
 *
 * @example
 * ```ts
 * const { url, method, headers } = await object.signedUrl({ method: 'PUT', contentType: 'text/csv' });
 * await fetch(url, { method, headers, body: 'a;b' });
 * ```
 */
export interface SignedRequest {
  readonly url: string;
  readonly method: SignedMethod;
  /** The headers that have to be sent as they are here, by names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** When it ends. */
  readonly expires: Date;
}

/** Signs a request for an object. @throws OptionError */
export async function signedUrl(home: BucketHome, key: string, options: SignedUrlOptions): Promise<SignedRequest> {
  checkSignedUrlOptions(options);
  const expiresIn = checkedExpiry('signedUrl', options.expiresIn);
  const native = await home.native(options);
  const { expiration } = await native.config.credentials();
  const { client, headers } = signingClient(native);
  const url = await getSignedUrl(client, signedCommand(home.name, key, options), {
    expiresIn,
    signableHeaders: headers.names,
    unhoistableHeaders: headers.names,
  });
  return {
    url,
    method: options.method ?? 'GET',
    headers: signedAmong(headers.values, url),
    expires: endOf(expiresIn, expiration),
  };
}

/** Those that the URL says are signed. */
function signedAmong(values: Readonly<Record<string, string>>, url: string): Record<string, string> {
  const signed = (new URL(url).searchParams.get('X-Amz-SignedHeaders') ?? '').split(';');
  return Object.fromEntries(Object.entries(values).filter(([name]) => signed.includes(name)));
}
