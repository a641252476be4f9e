import { OptionError } from '@proj/core';
import { listing } from '@proj/core/store';
import {
  checkRequestOptions,
  longRequestOptionsOf,
  type RequestOptions,
  requestOptionsOf,
} from '../calls/request-options.js';
import { bulkAnswerOf } from '../deleting/bulk-answer.js';
import { deleteEach } from '../deleting/delete-each.js';
import { CloudFilesError } from '../errors/cloud-files-error.js';
import { isNotFoundError, statusError } from '../errors/status-errors.js';
import { listingSource } from '../listing/listing-source.js';
import { ask } from '../wire/ask.js';
import { textOf } from '../wire/body.js';
import { send } from '../wire/transport.js';
import { headObject } from './get-object.js';
import { type ObjectPlace, objectPath, titleOf } from './object-place.js';

/**
 * How an object is deleted.
 *
 * @example
 * ```ts
 * const options: DeleteOptions = { segments: 'keep' };
 * ```
 */
export interface DeleteOptions extends RequestOptions {
  readonly versionId?: string | undefined;
  /**
   * What becomes of the segments of a large object: deleted with it, for one request more that finds out whether it has any; or kept, as other objects may be made of
   * them.
   * @defaultValue `delete`
   */
  readonly segments?: 'delete' | 'keep' | undefined;
}

/** Deletes an object, with its segments. What is not there is deleted already. */
export async function deleteObject(place: ObjectPlace, options: DeleteOptions): Promise<void> {
  checkRequestOptions('delete(options)', options, ['versionId', 'segments']);
  const { segments = 'delete', versionId } = options;
  if (segments !== 'delete' && segments !== 'keep') throw new OptionError('delete: segments is delete or keep');
  try {
    const info = segments === 'keep' ? undefined : await headObject(place, { ...requestOptionsOf(options), versionId });
    if (info?.kind === 'static') return await deleteWithSegments(place, options);
    if (info?.segmentsAt !== undefined) checkPrefix(place, info.segmentsAt);
    await deleteAlone(place, options);
    if (info?.segmentsAt !== undefined) await deleteDynamic(place, info.segmentsAt, options);
  } catch (error) {
    if (!isNotFoundError(error)) throw error;
  }
}

/** One that is made of all that a container has would take all with it. @throws OptionError */
function checkPrefix(place: ObjectPlace, segmentsAt: string): void {
  const [container = '', ...rest] = segmentsAt.split('/');
  if (rest.join('/') !== '') return;
  throw new OptionError(
    `delete: ${titleOf(place)} is made of all that ${container} has; delete it alone by segments: 'keep'`,
  );
}

async function deleteAlone(place: ObjectPlace, options: DeleteOptions): Promise<void> {
  const query = { 'version-id': options.versionId };
  await ask(
    place.region,
    { operation: 'delete', method: 'DELETE', path: objectPath(place), query },
    requestOptionsOf(options),
  );
}

/** The service does it, and answers always with 200. */
async function deleteWithSegments(place: ObjectPlace, options: DeleteOptions): Promise<void> {
  const of = { operation: 'delete', region: place.region.name };
  const query = { 'multipart-manifest': 'delete', 'version-id': options.versionId };
  const headers = { accept: 'application/json' };
  const request = { operation: of.operation, method: 'DELETE', path: objectPath(place), query, headers };
  const answer = await send(place.region, request, longRequestOptionsOf(options));
  const report = bulkAnswerOf(of, await textOf(of, answer));
  if (report.status < 300 && report.errors.size === 0) return;
  const [first] = report.errors;
  if (first !== undefined) {
    throw new CloudFilesError(
      `delete: ${titleOf(place)} is not deleted whole: ${report.errors.size} names are left, the first ${decodeURIComponent(first[0])} (${first[1]}); delete it again`,
    );
  }
  const transactionId = answer.headers['x-trans-id'];
  throw statusError({ operation: of.operation, where: of.region, status: report.status, transactionId, attempts: 1 });
}

/** Its manifest is gone already, so that nobody reads an object with holes. */
async function deleteDynamic(place: ObjectPlace, segmentsAt: string, options: DeleteOptions): Promise<void> {
  const [container = '', ...rest] = segmentsAt.split('/');
  const rows = listing(listingSource(place.region, container))({ prefix: rest.join('/') });
  const places = (async function* () {
    for await (const { name } of rows) yield { region: place.region, container, name };
  })();
  const [first] = await deleteEach(places, requestOptionsOf(options));
  if (first !== undefined) throw new CloudFilesError(`delete: a segment of ${titleOf(place)} is left: ${first}`);
}
