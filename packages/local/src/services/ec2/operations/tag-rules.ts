import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import { missing } from '../../query/read-parameters.js';

const MAX_TAGS = 50;

/** Reads `Tag.N` of a call or of a tag specification. Throws {@link ApiError} for tags that EC2 does not take. */
export function readTags(parameters: QueryParameters): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of parameters.structs('Tag')) {
    const key = tag.value('Key') ?? '';
    const value = tag.value('Value') ?? '';
    checkKey(key);
    if ([...value].length > 256) throw tooLong('value', 256);
    if (tags.has(key)) throw new ApiError('InvalidParameterValue', `Duplicate tag key '${key}' specified.`);
    tags.set(key, value);
  }
  checkCount(tags.size);
  return tags;
}

/** Throws {@link ApiError} when a resource would have more tags than it may. */
export function checkCount(count: number): void {
  if (count <= MAX_TAGS) return;
  throw new ApiError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');
}

/** The tags that `TagSpecification.N` asks for on what is about to be made. */
export function specifiedTags(parameters: QueryParameters, resourceType: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const specification of parameters.structs('TagSpecification')) {
    const type = specification.value('ResourceType');
    if (!type) throw missing('TagSpecification.ResourceType');
    if (type !== resourceType) {
      throw new ApiError(
        'InvalidParameterValue',
        `'${type}' is not a valid taggable resource type for this operation.`,
      );
    }
    const given = readTags(specification);
    if (given.size === 0) throw new ApiError('InvalidParameterValue', 'Tag specification must have at least one tag');
    for (const [key, value] of given) tags.set(key, value);
  }
  return tags;
}

function checkKey(key: string): void {
  if (key === '') throw new ApiError('InvalidParameterValue', 'Tag key cannot be empty.');
  if ([...key].length > 128) throw tooLong('key', 128);
  if (key.toLowerCase().startsWith('aws:')) {
    throw new ApiError(
      'InvalidParameterValue',
      `Value ( ${key} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`,
    );
  }
}

function tooLong(part: string, limit: number): ApiError {
  return new ApiError('InvalidParameterValue', `Tag ${part} exceeds the maximum length of ${limit} characters`);
}
