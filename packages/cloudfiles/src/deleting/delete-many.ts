import { OptionError } from '@proj/core';
import { checkRequestOptions, longRequestOptionsOf, type RequestOptions } from '../calls/request-options.js';
import { statusError } from '../errors/status-errors.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { encodedName } from '../wire/addresses.js';
import { textOf } from '../wire/body.js';
import type { Region } from '../wire/region.js';
import { send } from '../wire/transport.js';
import { bulkAnswerOf } from './bulk-answer.js';

/**
 * How many are deleted.
 *
 * @example
 * ```ts
 * const options: DeleteManyOptions = { batch: 1_000 };
 * ```
 */
export interface DeleteManyOptions extends RequestOptions {
  /** Names in a request. @defaultValue 1,000: the service deletes one after the other, and answers when all are gone; it takes 10,000 */
  readonly batch?: number | undefined;
  /** Requests at once. @defaultValue 4 */
  readonly concurrency?: number | undefined;
}

/** What became of one name. */
export interface DeleteOutcome {
  readonly name: string;
  /** Why it could not be deleted, such as `403 Forbidden`; `undefined` where it was, or was not there. */
  readonly error: string | undefined;
}

/** The same for objects of one container, by their names in it. */
export async function* deleteWithin(
  region: Region,
  container: string,
  names: Iterable<string> | AsyncIterable<string>,
  options: DeleteManyOptions,
): AsyncGenerator<DeleteOutcome, void, undefined> {
  for await (const { name, error } of deleteNames(region, within(container, names), options)) {
    yield { name: name.slice(container.length + 1), error };
  }
}

async function* within(container: string, names: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  for await (const name of names) yield `${container}/${name}`;
}

/** Deletes as the names come, many in a request, and says of each what became of it, in the order in which they came. */
export async function* deleteNames(
  region: Region,
  names: Iterable<string> | AsyncIterable<string>,
  options: DeleteManyOptions,
): AsyncGenerator<DeleteOutcome, void, undefined> {
  checkRequestOptions('deleteMany(names, options)', options, ['batch', 'concurrency']);
  const concurrency = whole('concurrency', options.concurrency ?? 4, 100);
  const size = whole('batch', options.batch ?? 1_000, region.facts.deletes);
  const flying: Promise<readonly DeleteOutcome[]>[] = [];
  for await (const batch of batches(names, size)) {
    const flight = deleteBatch(region, batch, options);
    flight.catch(() => 'it is told of in its turn');
    flying.push(flight);
    if (flying.length >= concurrency) yield* (await flying.shift()) ?? [];
  }
  for (const flight of flying) yield* await flight;
}

function whole(option: string, value: number, most: number): number {
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return value;
  throw new OptionError(`deleteMany: ${option} is ${String(value)}; give a whole number from 1 to ${most}`);
}

async function* batches(
  names: Iterable<string> | AsyncIterable<string>,
  size: number,
): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const name of names) {
    batch.push(name);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function deleteBatch(
  region: Region,
  batch: readonly string[],
  options: RequestOptions,
): Promise<readonly DeleteOutcome[]> {
  const operation = 'deleteMany(names)';
  const request = {
    operation,
    method: 'POST',
    path: '',
    query: { 'bulk-delete': '' },
    headers: { 'content-type': 'text/plain', accept: 'application/json' },
    body: batch.map((name) => `${encodedName(name)}\n`).join(''),
    kind: 'DELETE',
  } as const;
  const answer = await send(region, request, longRequestOptionsOf(options));
  const report = bulkAnswerOf(
    { operation, region: region.name },
    await textOf({ operation, region: region.name }, answer),
  );
  // It says 400 of the whole where some could not be deleted, and then says which.
  if (report.status >= 300 && report.errors.size === 0) {
    const transactionId = answer.headers['x-trans-id'];
    throw statusError({ operation, where: region.name, status: report.status, transactionId, attempts: 1 });
  }
  const tried = report.deleted + report.notFound + report.errors.size;
  if (tried < new Set(batch).size) {
    const what = `says of ${tried} of ${batch.length} names what became of them: it stops where many fail`;
    throw new UnexpectedAnswerError(operation, region.name, what);
  }
  const errors = new Map(
    [...report.errors].map(([name, error]) => [decodeURIComponent(name).replace(/^\//, ''), error]),
  );
  return batch.map((name) => ({ name, error: errors.get(name) }));
}
