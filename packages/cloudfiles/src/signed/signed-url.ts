import { OptionError } from '@proj/core';
import { checkRequestOptions, type RequestOptions } from '../calls/request-options.js';
import type { ObjectPlace } from '../objects/object-place.js';
import { pathOf, queryOf } from '../wire/addresses.js';
import { type Expiry, expiryOf } from './expiry.js';
import { type Digest, signatureOf } from './signature.js';

/**
 * What a signed address allows, to whom, and until when.
 *
 * @example
 * ```ts
 * const options: SignedUrlOptions = { key, method: 'GET', expiresIn: 600, filename: 'report.pdf' };
 * ```
 */
export interface SignedUrlOptions extends Expiry, RequestOptions {
  /** The account's or the container's key, a secret. */
  readonly key: string;
  /** What for GET, PUT or POST is allowed is so for HEAD. @defaultValue GET */
  readonly method?: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE' | undefined;
  /** Allows it for every object whose name begins with this, which the object's own has to. @defaultValue for the object alone */
  readonly prefix?: string | undefined;
  /** Only from this address, or this network: `192.0.2.0/24`. @defaultValue from anywhere */
  readonly ip?: string | undefined;
  /** What a browser is to call what it saves. @defaultValue the object's name */
  readonly filename?: string | undefined;
  /** Whether a browser is to show it instead. @defaultValue false */
  readonly inline?: boolean | undefined;
  /** @defaultValue sha256 */
  readonly digest?: Digest | undefined;
}

const names = ['key', 'method', 'expiresIn', 'expiresAt', 'prefix', 'ip', 'filename', 'inline', 'digest'];

/**
 * The address by which whoever has it may do this with an object, without a token. Sends nothing but what finds the account's address.
 *
 * @see https://docs.openstack.org/swift/latest/api/temporary_url_middleware.html
 */
export async function signedUrl(place: ObjectPlace, options: SignedUrlOptions): Promise<string> {
  const call = 'signedUrl(options)';
  checkRequestOptions(call, options, names);
  const { method = 'GET', prefix, ip, key, digest, filename, inline } = options;
  if (!['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].includes(method)) throw new OptionError(`${call}: no method ${method}`);
  if (prefix !== undefined && !place.name.startsWith(prefix)) {
    throw new OptionError(`${call}: ${JSON.stringify(place.name)} does not begin with the prefix`);
  }
  const expires = expiryOf(call, options);
  const { region, container, name } = place;
  const address = region.addressIn(await region.session.login(options.signal));
  // The service signs names as they are, not as they stand in addresses.
  const account = decodeURIComponent(address.pathname);
  const path = prefix === undefined ? `${account}/${container}/${name}` : `prefix:${account}/${container}/${prefix}`;
  const lines = [...(ip === undefined ? [] : [`ip=${ip}`]), method, String(expires), path];
  const query = queryOf({
    temp_url_sig: signatureOf(call, lines, key, digest),
    temp_url_expires: String(expires),
    temp_url_prefix: prefix,
    temp_url_ip_range: ip,
    filename,
    inline: inline === true ? '' : undefined,
  });
  return `${address.origin}${address.pathname}${pathOf(container, name)}${query}`;
}
