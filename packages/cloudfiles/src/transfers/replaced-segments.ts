import { type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { deleteEach } from '../deleting/delete-each.js';
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
  const places = segments.map(({ container, name }) => ({ region: place.region, container, name }));
  const manifests = places.filter((_, index) => segments[index]?.isManifest === true);
  for (const manifest of manifests) await deleteObject(manifest, requestOptionsOf(options));
  const rest = places.filter(({ name }, index) => name !== '' && segments[index]?.isManifest !== true);
  const [first] = await deleteEach(rest, requestOptionsOf(options));
  if (first === undefined) return;
  throw new CloudFilesError(
    `upload: ${titleOf(place)} is written, but segments of what was there before are left, among them ${first}`,
  );
}
