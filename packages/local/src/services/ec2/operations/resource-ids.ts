import { ApiError } from '../../../wire/api-error.js';

/** How EC2 speaks of a kind of resource that it was given an id of. */
export interface IdWords {
  readonly prefix: string;
  /** The parameter, as the message names it. */
  readonly parameter: string;
  /** The error for an id of another form, where it is not the usual one. */
  readonly malformed?: (id: string) => ApiError;
  /** The error for an id of the right form that nothing has. */
  readonly notFound: (id: string) => ApiError;
}

/** Of a volume. */
export const volumeWords: IdWords = {
  prefix: 'vol',
  parameter: 'volumeId',
  notFound: (id) => new ApiError('InvalidVolume.NotFound', `The volume '${id}' does not exist.`),
};

/** Of a snapshot. */
export const snapshotWords: IdWords = {
  prefix: 'snap',
  parameter: 'snapshotId',
  notFound: (id) => new ApiError('InvalidSnapshot.NotFound', `The snapshot '${id}' does not exist.`),
};

/** Of an image. */
export const imageWords: IdWords = {
  prefix: 'ami',
  parameter: 'imageId',
  malformed: (id) => new ApiError('InvalidAMIID.Malformed', `Invalid id: "${id}" (expecting "ami-...")`),
  notFound: (id) => new ApiError('InvalidAMIID.NotFound', `The image id '[${id}]' does not exist`),
};

/** Of a VPC. */
export const vpcWords: IdWords = {
  prefix: 'vpc',
  parameter: 'vpcId',
  notFound: (id) => new ApiError('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`),
};

/** Of an instance. */
export const instanceWords: IdWords = {
  prefix: 'i',
  parameter: 'instanceId',
  notFound: (id) => new ApiError('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`),
};

/** Throws {@link ApiError} for an id that cannot be one of this kind. */
function checkId(id: string, { prefix, parameter, malformed }: IdWords): void {
  if (new RegExp(`^${prefix}-[0-9a-f]{8,17}$`).test(id)) return;
  if (malformed) throw malformed(id);
  throw new ApiError(
    'InvalidParameterValue',
    `Value (${id}) for parameter ${parameter} is invalid. Expected: '${prefix}-...'.`,
  );
}

/** Looks every id up. Throws {@link ApiError} for the first that is malformed or not there. */
export function findAll<T>(ids: readonly string[], words: IdWords, find: (id: string) => T | undefined): readonly T[] {
  return ids.map((id) => findOne(id, words, find));
}

/** Looks one id up. Throws {@link ApiError} when it is malformed or not there. */
export function findOne<T>(id: string, words: IdWords, find: (id: string) => T | undefined): T {
  checkId(id, words);
  const found = find(id);
  if (found === undefined) throw words.notFound(id);
  return found;
}
