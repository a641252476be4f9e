import { OptionError } from '@proj/core';

/** A path of a request: each name as UTF-8 in the form of URLs, the slashes of an object's name as they are. */
export function pathOf(container?: string, object?: string): string {
  if (container === undefined) return '';
  const path = `/${encodeURIComponent(container)}`;
  return object === undefined ? path : `${path}/${encodedName(object)}`;
}

/** An object's name in a path. */
export function encodedName(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

/** A query, in which what is not given does not stand. */
export function queryOf(query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  if (given.length === 0) return '';
  return `?${given.map(([name, value]) => (value === '' ? name : `${name}=${encodeURIComponent(value)}`)).join('&')}`;
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Refuses an address to which a token, or a password, would go in clear over a network.
 *
 * @throws OptionError
 */
export function checkAddress(what: string, address: string, allowHttp: boolean): URL {
  if (!URL.canParse(address)) throw new OptionError(`${what} is no address`);
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw new OptionError(`${what} has a user or password in it`);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && (allowHttp || loopback.test(url.hostname)))) return url;
  if (url.protocol !== 'http:') throw new OptionError(`${what} is ${url.protocol}//…; it is to be https`);
  throw new OptionError(
    `${what} is http://${url.host}: a token would go there in clear; ask for https, or allow it by allowHttp: true`,
  );
}

/** @throws OptionError for a name that no container can have */
export function checkContainerName(name: string): void {
  if (typeof name === 'string' && name !== '' && !/[/\0]/.test(name) && Buffer.byteLength(name) <= 256) return;
  throw new OptionError('container(name): a name is a text of 1 to 256 bytes in UTF-8 without a slash');
}

/** @throws OptionError for a name that no object can have */
export function checkObjectName(name: string): void {
  if (typeof name === 'string' && name !== '' && !name.includes('\0') && Buffer.byteLength(name) <= 1_024) return;
  throw new OptionError('object(name): a name is a text of 1 to 1,024 bytes in UTF-8');
}
