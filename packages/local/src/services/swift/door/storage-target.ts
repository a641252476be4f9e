import { SwiftError } from '../swift-error.js';

/** The account, container or object that an address names. */
export interface StorageTarget {
  /** The account, by a name such as `AUTH_111122223333`. */
  readonly account: string;
  readonly container: string | undefined;
  readonly object: string | undefined;
}

/** Reads `/v1/ACCOUNT/CONTAINER/OBJECT`. Throws {@link SwiftError} for what is no such path, or no UTF-8. */
export function readStorageTarget(path: string): StorageTarget {
  const [, version, account = '', container = '', ...rest] = path.split('/').map(decode);
  if (version !== 'v1' && version !== 'v1.0') throw new SwiftError(404);
  if (account === '') throw new SwiftError(version === 'v1' ? 412 : 404, 'Bad URL');
  const object = rest.join('/');
  if (container === '' && object !== '') throw new SwiftError(404);
  return { account, container: container || undefined, object: object || undefined };
}

/** Reads `container/object`, as headers and bodies name one; nothing where it is none. */
export function readObjectPath(text: string): { readonly container: string; readonly object: string } | undefined {
  const [, container, object] = /^\/?([^/]+)\/(.+)$/s.exec(text) ?? [];
  return container && object ? { container, object } : undefined;
}

/** Undoes the encoding of URLs. Throws {@link SwiftError} for what is no UTF-8. */
export function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    if (!decoded.includes('\0')) return decoded;
  } catch {
    // Said below.
  }
  throw new SwiftError(412, 'Invalid UTF8 or contains NULL');
}
