import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { listOf } from '../wire/body.js';
import type { Region } from '../wire/region.js';
import { send } from '../wire/transport.js';

/**
 * Which containers are listed.
 *
 * @example
 * ```ts
 * const options: ContainersOptions = { prefix: 'reports-' };
 * ```
 */
export interface ContainersOptions extends RequestOptions {
  /** Names that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
  /** Names behind this one. @defaultValue from the first */
  readonly after?: string | undefined;
  /** Names before this one. @defaultValue to the last */
  readonly before?: string | undefined;
}

/** What a listing tells of a container. Its counts lag behind. */
export interface ListedContainer {
  readonly name: string;
  readonly objects: number;
  readonly bytes: number;
  readonly modified: Date | undefined;
}

/** The containers of an account, page by page, in the order of their names. */
export async function* containerPages(
  region: Region,
  options: ContainersOptions,
): AsyncGenerator<readonly ListedContainer[], void, undefined> {
  const operation = 'containers(options)';
  checkRequestOptions(operation, options, ['prefix', 'after', 'before']);
  const { prefix, before } = options;
  let { after } = options;
  for (;;) {
    const query = { format: 'json', limit: String(region.facts.page), marker: after, end_marker: before, prefix };
    const request = { operation, method: 'GET', path: '', query, kind: 'LIST' } as const;
    const answer = await send(region, request, requestOptionsOf(options));
    const rows = await listOf({ operation, region: region.name }, answer);
    const page = rows.map((row) => readRow(operation, region.name, row));
    if (page.length > 0) yield page;
    if (page.length < region.facts.page) return;
    const last = page.at(-1)?.name;
    if (last === after) throw new UnexpectedAnswerError(operation, region.name, 'is the page before once more');
    after = last;
  }
}

function readRow(operation: string, region: string, row: unknown): ListedContainer {
  const { name, count, bytes, last_modified } = (row ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string') throw new UnexpectedAnswerError(operation, region, 'has a container without its name');
  const modified = typeof last_modified === 'string' ? new Date(`${last_modified}Z`) : undefined;
  return { name, objects: Number(count ?? 0), bytes: Number(bytes ?? 0), modified };
}
