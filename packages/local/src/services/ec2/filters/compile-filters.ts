import { ApiError } from '../../../wire/api-error.js';
import type { QueryParameters } from '../../../wire/query-parameters.js';
import { compileWildcard } from './wildcard.js';

/** The values that a resource has for a filter: any of them may match. */
type FieldValues = string | readonly string[] | undefined;

/** The filters that an action takes, by name. */
export type FilterFields<T> = ReadonlyMap<string, (resource: T) => FieldValues>;

/** Whether a resource passes. */
export type Filter<T> = (resource: T) => boolean;

const MAX_VALUES = 200;

/**
 * Compiles `Filter.N`: a resource must pass every filter, by any of its values. Throws {@link ApiError} for a filter
 * that the action does not know.
 *
 * @param tagsOf - the caller's tags on a resource, where the action filters by tags
 */
export function compileFilters<T>(
  parameters: QueryParameters,
  fields: FilterFields<T>,
  tagsOf?: (resource: T) => ReadonlyMap<string, string>,
): Filter<T> {
  const filters = parameters.structs('Filter').map((filter) => compile(filter, fields, tagsOf));
  return (resource) => filters.every((passes) => passes(resource));
}

function compile<T>(
  filter: QueryParameters,
  fields: FilterFields<T>,
  tagsOf: ((resource: T) => ReadonlyMap<string, string>) | undefined,
): Filter<T> {
  const name = filter.value('Name') ?? '';
  const read = fields.get(name) ?? (tagsOf && tagField(name, tagsOf));
  if (!read) throw new ApiError('InvalidParameterValue', `The filter '${name}' is invalid`);
  const patterns = valuesOf(filter, name).map(compileWildcard);
  return (resource) => {
    const held = read(resource);
    const values = typeof held === 'string' ? [held] : (held ?? []);
    return values.some((value) => patterns.some((matches) => matches(value)));
  };
}

function valuesOf(filter: QueryParameters, name: string): readonly string[] {
  const values = filter.list('Value');
  if (values.length === 0) throw new ApiError('InvalidParameterValue', `The filter '${name}' has no values`);
  if (values.length > MAX_VALUES) {
    throw new ApiError(
      'FilterLimitExceeded',
      `The maximum number of filter values specified on a single call is ${MAX_VALUES}`,
    );
  }
  return values;
}

function tagField<T>(
  name: string,
  tagsOf: (resource: T) => ReadonlyMap<string, string>,
): ((resource: T) => FieldValues) | undefined {
  if (name === 'tag-key') return (resource) => [...tagsOf(resource).keys()];
  if (name === 'tag-value') return (resource) => [...tagsOf(resource).values()];
  if (!name.startsWith('tag:')) return undefined;
  const key = name.slice('tag:'.length);
  return (resource) => tagsOf(resource).get(key);
}
