import type { ListObjectVersionsCommandInput } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { RepeatingTokenError } from '../errors/repeating-token-error.js';
import { withoutQuotes } from '../objects/object-info.js';

/**
 * Which versions are listed.
 *
 * @example
 * ```ts
 * const options: VersionsOptions = { prefix: 'reports/' };
 * ```
 */
export interface VersionsOptions extends RequestOptions {
  /** Keys that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
  /** Keys behind this one. @defaultValue from the first */
  readonly after?: string | undefined;
}

/** A version of an object, or the mark of its deletion, which has no bytes. */
export interface ObjectVersion {
  readonly name: string;
  /** `null` is the name of the one that was written while the bucket had no versions. */
  readonly versionId: string;
  /** Whether it is what is there now. */
  readonly isLatest: boolean;
  readonly isDeleteMarker: boolean;
  readonly modified: Date;
  readonly size: number;
  readonly etag: string;
  readonly storageClass: string;
}

/** All versions, by key and the newest first. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export async function* objectVersions(
  home: BucketHome,
  options: VersionsOptions,
): AsyncGenerator<ObjectVersion, void, undefined> {
  checkNames('versions(options)', options, [...requestOptionNames, 'prefix', 'after']);
  let [key, version]: [string | undefined, string | undefined] = [options.after, undefined];
  const seen = new Set<string>();
  for (let isMore = true; isMore; ) {
    const ask: ListObjectVersionsCommandInput = {
      Bucket: home.name,
      Prefix: options.prefix,
      KeyMarker: key,
      VersionIdMarker: version,
    };
    const answer = await home.call('listObjectVersions', (native) => native.listObjectVersions(ask), options);
    yield* inOrder(answer.Versions ?? [], answer.DeleteMarkers ?? []);
    [key, version] = [answer.NextKeyMarker, answer.NextVersionIdMarker];
    isMore = answer.IsTruncated === true;
    const token = JSON.stringify([key, version]);
    if (isMore && seen.has(token)) throw new RepeatingTokenError('listObjectVersions', await home.region(), token);
    seen.add(token);
  }
}

interface Wire {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly IsLatest?: boolean | undefined;
  readonly LastModified?: Date | undefined;
  readonly Size?: number | undefined;
  readonly ETag?: string | undefined;
  readonly StorageClass?: string | undefined;
}

/** The service gives two lists, each in order. */
function* inOrder(versions: readonly Wire[], markers: readonly Wire[]): Generator<ObjectVersion> {
  const all = [...versions.map((one) => versionOf(one, false)), ...markers.map((one) => versionOf(one, true))];
  yield* all.sort(
    (a, b) =>
      compareKeys(a.name, b.name) ||
      b.modified.getTime() - a.modified.getTime() ||
      Number(b.isLatest) - Number(a.isLatest),
  );
}

function compareKeys(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function versionOf(one: Wire, isDeleteMarker: boolean): ObjectVersion {
  return {
    name: one.Key ?? '',
    versionId: one.VersionId ?? 'null',
    isLatest: one.IsLatest === true,
    isDeleteMarker,
    modified: one.LastModified ?? new Date(Number.NaN),
    size: one.Size ?? 0,
    etag: withoutQuotes(one.ETag),
    storageClass: one.StorageClass ?? 'STANDARD',
  };
}
