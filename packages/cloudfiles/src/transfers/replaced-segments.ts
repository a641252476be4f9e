import { type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { deleteNames } from '../deleting/delete-many.js';
import { CloudFilesError } from '../errors/cloud-files-error.js';
import { isNotFoundError } from '../errors/status-errors.js';
import { deleteObject } from '../objects/delete-object.js';
import { headObject } from '../objects/get-object.js';
import { type ObjectPlace, titleOf } from '../objects/object-place.js';
import { type Segment, segmentsOf } from './manifest.js';

/** The segments of the static large object that is at a place now; none where there is another one, or nothing. */
export async function segmentsThere(place: ObjectPlace, options: RequestOptions): Promise<readonly Segment[]> {
  try {
    const { kind } = await headObject(place, requestOptionsOf(options));
    return kind === 'static' ? await segmentsOf(place, requestOptionsOf(options)) : [];
  } catch (error) {
    if (isNotFoundError(error)) return [];
    throw error;
  }
}

/** Deletes segments of which there is no object any more. @throws CloudFilesError that says which are left */
export async function deleteReplaced(
  place: ObjectPlace,
  segments: readonly Segment[],
  options: RequestOptions,
): Promise<void> {
  const { region } = place;
  for (const { container, name, isManifest } of segments) {
    if (isManifest) await deleteObject({ region, container, name }, requestOptionsOf(options));
  }
  const names = segments.filter(({ name, isManifest }) => name !== '' && !isManifest);
  const titles = [...new Set(names.map(({ container, name }) => `${container}/${name}`))];
  for await (const { name, error } of deleteNames(region, titles, requestOptionsOf(options))) {
    if (error === undefined) continue;
    throw new CloudFilesError(
      `upload: ${titleOf(place)} is written, but segments of what was there before are left, among them ${name}: ${error}`,
    );
  }
}
