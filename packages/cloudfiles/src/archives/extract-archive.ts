import { OptionError } from '@proj/core';
import { checkRequestOptions, longRequestOptionsOf, type RequestOptions } from '../calls/request-options.js';
import { bulkAnswerOf } from '../deleting/bulk-answer.js';
import { statusError } from '../errors/status-errors.js';
import { headerText } from '../headers/metadata.js';
import { pathOf } from '../wire/addresses.js';
import { textOf } from '../wire/body.js';
import type { Body } from '../wire/connections.js';
import type { Region } from '../wire/region.js';
import { send } from '../wire/transport.js';

/**
 * How an archive is put.
 *
 * @example
 * ```ts
 * const options: ExtractOptions = { format: 'tar.gz', prefix: 'site' };
 * ```
 */
export interface ExtractOptions extends RequestOptions {
  readonly format: 'tar' | 'tar.gz' | 'tar.bz2';
  /** What the names of the objects begin with, without the slash behind it. @defaultValue nothing */
  readonly prefix?: string | undefined;
  /** The content type of every file. @defaultValue what the service takes each name for */
  readonly contentType?: string | undefined;
}

/** What became of an archive. */
export interface ExtractedArchive {
  /** Objects that were written. */
  readonly created: number;
  /** Those that could not be, by name, with why: `413 Request Entity Too Large`. */
  readonly errors: ReadonlyMap<string, string>;
}

/** Puts the files of an archive as objects, by one request. The service answers always with 200: what it says in its report counts. */
export async function extractArchive(
  region: Region,
  container: string,
  archive: Body,
  options: ExtractOptions,
): Promise<ExtractedArchive> {
  const operation = 'extractArchive(archive, options)';
  checkRequestOptions(operation, options, ['format', 'prefix', 'contentType']);
  const { format, prefix, contentType } = options;
  if (!['tar', 'tar.gz', 'tar.bz2'].includes(format))
    throw new OptionError(`${operation}: format is tar, tar.gz or tar.bz2`);
  const headers = {
    accept: 'application/json',
    // Else the request's own type would be given to every file.
    'x-detect-content-type': contentType === undefined ? 'true' : undefined,
    'content-type': contentType && headerText('contentType', contentType),
  };
  const path = pathOf(container, prefix === '' ? undefined : prefix);
  const request = { operation, method: 'PUT', path, query: { 'extract-archive': format }, headers, body: archive };
  const answer = await send(region, request, longRequestOptionsOf(options));
  const of = { operation, region: region.name };
  const report = bulkAnswerOf(of, await textOf(of, answer));
  if (report.status >= 300 && report.errors.size === 0) {
    const transactionId = answer.headers['x-trans-id'];
    throw statusError({ operation, where: region.name, status: report.status, transactionId, attempts: 1 });
  }
  const errors = [...report.errors].map(([name, error]) => [decodeURIComponent(name), error] as const);
  return { created: report.created, errors: new Map(errors) };
}
