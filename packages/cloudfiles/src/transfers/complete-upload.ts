import { outsideCalls } from '../calls/outside-calls.js';
import { CloudFilesError } from '../errors/cloud-files-error.js';
import { isHttpStatusError } from '../errors/http-status-error.js';
import { headObject } from '../objects/get-object.js';
import { type ObjectPlace, titleOf } from '../objects/object-place.js';
import type { WrittenObject } from '../objects/put-object.js';
import type { SegmentedUpload } from './segmented-upload.js';

/**
 * Writes the manifest. Where it is not certain whether that was done, it is looked for: segments are not deleted from under an object that may be there.
 *
 * @param tidies whether what was not done is taken back
 */
export async function completeUpload(
  place: ObjectPlace,
  upload: SegmentedUpload,
  tidies: boolean,
): Promise<WrittenObject> {
  try {
    return await upload.complete();
  } catch (error) {
    if (isCertain(error)) throw tidies ? await takenBack(upload, error) : error;
    const there = await outsideCalls(() => headObject(place, {})).catch(() => undefined);
    const { etag, size } = upload;
    if (there?.etag === etag && there.kind === 'static') {
      return { name: place.name, etag, size, versionId: there.versionId };
    }
    const { container, prefix } = upload.segments;
    throw new CloudFilesError(
      `upload: it is not known whether ${titleOf(place)} was written; its segments are left in ${container}, as ${prefix}…`,
      { cause: error },
    );
  }
}

/** Deletes the segments of an upload that failed, also when the call that it was part of is over, and gives the error to tell. */
export async function takenBack(upload: SegmentedUpload, error: unknown): Promise<unknown> {
  const [first] = await outsideCalls(() => upload.abort());
  if (first === undefined) return error;
  return new CloudFilesError(`upload: it failed, and segments of it are left, among them ${first}`, { cause: error });
}

/** Whether the service said no. */
function isCertain(error: unknown): boolean {
  return isHttpStatusError(error) && error.status >= 400 && error.status < 500 && error.status !== 408;
}
