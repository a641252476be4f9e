import { OptionError } from '@proj/core';
import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { checkContainerName, checkObjectName, pathOf } from '../wire/addresses.js';
import { ask } from '../wire/ask.js';
import { listOf } from '../wire/body.js';
import type { Region } from '../wire/region.js';
import { type AccountRequest, send } from '../wire/transport.js';
import { type CdnInfo, cdnInfoOf } from './cdn-info.js';

/** How a container is to be published. */
export interface CdnSettings {
  /** Seconds, 900 to 31,536,000 (a year). @defaultValue 259,200: three days */
  readonly ttl?: number | undefined;
  /** @defaultValue as it is */
  readonly keepsLogs?: boolean | undefined;
}

/**
 * The CDN of a Cloud Files account in one region. It has an address of its own: what is sent there in error to the storage address would delete the object that is to be
 * purged, so that this is a client of its own.
 *
 * @see https://docs-ospc.rackspace.com/cloud-files/v1/cdn-api-reference
 * @example
 * ```ts
 * const { secureUrl } = await dallas.cdn().publish('site', { ttl: 3_600 });
 * ```
 */
export class Cdn {
  readonly region: string;
  readonly #region: Region;

  constructor(region: Region) {
    this.region = region.name;
    this.#region = region;
  }

  /** The containers that are, or were, published. */
  async *containers(
    options: { readonly enabledOnly?: boolean | undefined } & RequestOptions = {},
  ): AsyncGenerator<CdnInfo, void, undefined> {
    const operation = 'cdn.containers(options)';
    checkRequestOptions(operation, options, ['enabledOnly']);
    const request = { operation, method: 'GET', path: '/', kind: 'LIST', to: 'cdn' } as const;
    const limit = 10_000;
    let marker: string | undefined;
    do {
      const enabled = options.enabledOnly === true ? 'true' : undefined;
      const query = { format: 'json', limit: String(limit), marker, enabled_only: enabled };
      const answer = await send(this.#region, { ...request, query }, requestOptionsOf(options));
      const rows = (await listOf({ operation, region: this.region }, answer)) as readonly WireRow[];
      for (const row of rows) yield listedOf(row);
      marker = rows.length < limit ? undefined : rows.at(-1)?.name;
    } while (marker !== undefined);
  }

  /** How a container is published. @throws NotFoundError where it never was */
  async head(container: string, options: RequestOptions = {}): Promise<CdnInfo> {
    const request = { operation: 'cdn.head', method: 'HEAD', path: pathTo(container) };
    return cdnInfoOf(container, await this.#ask(request, options));
  }

  /** Publishes a container, and says where it is then. */
  async publish(container: string, settings: CdnSettings & RequestOptions = {}): Promise<CdnInfo> {
    const headers = { ...settingHeaders(settings), 'x-cdn-enabled': 'True' };
    await this.#ask({ operation: 'cdn.publish', method: 'PUT', path: pathTo(container), headers }, settings);
    return this.head(container, requestOptionsOf(settings));
  }

  /** Sets how a container is published. */
  async update(container: string, settings: CdnSettings & RequestOptions): Promise<void> {
    const headers = settingHeaders(settings);
    await this.#ask({ operation: 'cdn.update', method: 'POST', path: pathTo(container), headers }, settings);
  }

  /** Publishes it no more. What the edges have stays there until its time is over. */
  async unpublish(container: string, options: RequestOptions = {}): Promise<void> {
    const headers = { 'x-cdn-enabled': 'False' };
    await this.#ask({ operation: 'cdn.unpublish', method: 'POST', path: pathTo(container), headers }, options);
  }

  /** Takes an object from the edges; the object itself stays. 25 a day: then a `RateLimitError`. `email` is told when it is done. */
  async purge(
    container: string,
    object: string,
    options: { readonly email?: string | undefined } & RequestOptions = {},
  ): Promise<void> {
    checkRequestOptions('cdn.purge(container, object, options)', options, ['email']);
    checkObjectName(object);
    checkContainerName(container);
    const headers = { 'x-purge-email': options.email };
    await this.#ask({ operation: 'cdn.purge', method: 'DELETE', path: pathOf(container, object), headers }, options);
  }

  #ask(request: AccountRequest, options: RequestOptions): Promise<Readonly<Record<string, string>>> {
    return ask(this.#region, { ...request, to: 'cdn' }, requestOptionsOf(options));
  }
}

interface WireRow {
  readonly name: string;
  readonly cdn_enabled?: boolean;
  readonly ttl?: number;
  readonly log_retention?: boolean;
  readonly cdn_uri?: string;
  readonly cdn_ssl_uri?: string;
}

function listedOf(row: WireRow): CdnInfo {
  const { name, ttl, cdn_enabled = false, log_retention = false, cdn_uri, cdn_ssl_uri } = row;
  return { name, isEnabled: cdn_enabled, ttl, keepsLogs: log_retention, url: cdn_uri, secureUrl: cdn_ssl_uri };
}

function pathTo(container: string): string {
  checkContainerName(container);
  return pathOf(container);
}

function settingHeaders(settings: CdnSettings & RequestOptions): Record<string, string | undefined> {
  checkRequestOptions('cdn settings', settings, ['ttl', 'keepsLogs']);
  const { ttl, keepsLogs } = settings;
  if (ttl !== undefined && !(Number.isSafeInteger(ttl) && ttl >= 900 && ttl <= 31_536_000)) {
    throw new OptionError(`ttl is ${String(ttl)}; give whole seconds, 900 to 31,536,000`);
  }
  const logs = keepsLogs === undefined ? undefined : keepsLogs ? 'True' : 'False';
  return { 'x-ttl': ttl === undefined ? undefined : String(ttl), 'x-log-retention': logs };
}
