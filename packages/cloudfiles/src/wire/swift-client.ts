import { OptionError } from '@proj/core';
import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import type { Body, HttpAnswer } from './connections.js';
import type { Region } from './region.js';
import { send } from './transport.js';

/** A method that Swift knows. */
export type SwiftMethod = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE' | 'COPY' | 'OPTIONS';

/**
 * What a request carries.
 *
 * @example
 * ```ts
 * const options: NativeOptions = { query: { format: 'json', limit: '10' } };
 * ```
 */
export interface NativeOptions extends RequestOptions {
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** A stream is sent once; a function that makes one, as often as is needed. */
  readonly body?: Body | undefined;
}

/**
 * The account's own requests in one region, for what has no method of its own: with the set's token, retries and errors.
 *
 * @example
 * ```ts
 * const { headers } = await account.native.request('HEAD', '/reports');
 * ```
 */
export class SwiftClient {
  readonly #region: Region;

  constructor(region: Region) {
    this.#region = region;
  }

  /**
   * Sends a request. The path is behind the account's address, in the form of URLs: `/container/an%20object`, or nothing for the account.
   *
   * @throws HttpStatusError for an answer that is no success
   */
  async request(method: SwiftMethod, path: string, options: NativeOptions = {}): Promise<HttpAnswer> {
    const operation = `native.request(${method})`;
    checkRequestOptions(operation, options, ['query', 'headers', 'body']);
    if (path !== '' && !path.startsWith('/')) throw new OptionError(`${operation}: a path begins with a slash`);
    const { query, headers, body } = options;
    const kind = method === 'OPTIONS' ? 'GET' : method;
    return send(this.#region, { operation, method, path, query, headers, body, kind }, requestOptionsOf(options));
  }
}
