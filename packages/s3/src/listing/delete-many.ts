import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { s3Facts } from '../facts/s3-facts.js';

/** A version of an object. */
export interface KeyVersion {
  readonly name: string;
  readonly versionId?: string | undefined;
}

/**
 * How objects are deleted.
 *
 * @example
 * ```ts
 * const options: DeleteManyOptions = { concurrency: 8 };
 * ```
 */
export interface DeleteManyOptions extends RequestOptions {
  /** Requests at once. @defaultValue 4 */
  readonly concurrency?: number | undefined;
}

/** What became of one object. */
export interface DeleteOutcome extends KeyVersion {
  /** Why it could not be deleted; `undefined` where it was, or was not there. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  /** The version that now marks it as deleted, in a bucket with versions. */
  readonly deleteMarker: string | undefined;
}

/**
 * Deletes objects as they come, 1,000 in a request, and says of each what became of it, in the order in which they came.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export async function* deleteMany(
  home: BucketHome,
  keys: Iterable<string | KeyVersion> | AsyncIterable<string | KeyVersion>,
  options: DeleteManyOptions,
): AsyncGenerator<DeleteOutcome, void, undefined> {
  checkNames('deleteObjects(keys, options)', options, [...requestOptionNames, 'concurrency']);
  const { concurrency = 4 } = options;
  const flying: Promise<readonly DeleteOutcome[]>[] = [];
  for await (const batch of batches(keys)) {
    const flight = deleteBatch(home, batch, options);
    flight.catch(() => 'it is told of in its turn');
    flying.push(flight);
    if (flying.length >= concurrency) yield* (await flying.shift()) ?? [];
  }
  for (const flight of flying) yield* await flight;
}

async function* batches(
  keys: Iterable<string | KeyVersion> | AsyncIterable<string | KeyVersion>,
): AsyncGenerator<readonly KeyVersion[]> {
  let batch: KeyVersion[] = [];
  for await (const key of keys) {
    batch.push(typeof key === 'string' ? { name: key } : key);
    if (batch.length < s3Facts.deletes) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function deleteBatch(
  home: BucketHome,
  batch: readonly KeyVersion[],
  options: RequestOptions,
): Promise<readonly DeleteOutcome[]> {
  const Objects = batch.map(({ name, versionId }) => ({ Key: name, VersionId: versionId }));
  const ask = { Bucket: home.name, Delete: { Objects } };
  const { Deleted = [], Errors = [] } = await home.call(
    'deleteObjects',
    (native) => native.deleteObjects(ask),
    options,
  );
  const failed = new Map(Errors.map((one) => [idOf(one.Key, one.VersionId), one]));
  const deleted = new Map(Deleted.map((one) => [idOf(one.Key, one.VersionId), one]));
  return batch.map(({ name, versionId }) => {
    const one = failed.get(idOf(name, versionId));
    const error = one && { code: one.Code ?? '', message: one.Message ?? '' };
    return { name, versionId, error, deleteMarker: deleted.get(idOf(name, versionId))?.DeleteMarkerVersionId };
  });
}

function idOf(key: string | undefined, version: string | undefined): string {
  return JSON.stringify([key, version]);
}
