import type { Filter } from '@aws-sdk/client-ec2';
import { OptionError } from '@proj/core';

/**
 * Which resources to list: values by EC2's own filter names, or the SDK's form. All names must fit, and one value of each;
 * `*` and `?` are wildcards in values.
 *
 * @example
 * ```ts
 * const filters: Filters = { 'tag:Name': ['web', 'api'], status: 'available' };
 * ```
 */
export type Filters = Readonly<Record<string, string | readonly string[]>> | readonly Filter[];

/**
 * Filters in the SDK's form.
 *
 * @throws OptionError for a filter without a name or without values: it would not filter
 */
export function filtersOf(call: string, filters: Filters | undefined): Filter[] | undefined {
  if (filters === undefined) return undefined;
  if (typeof filters !== 'object' || filters === null) {
    throw new OptionError(`${call}: filters are an object such as { 'tag:Name': ['web'] }`);
  }
  const list = isFilterList(filters) ? filters.map(copyOf) : Object.entries(filters).map(ofEntry);
  for (const filter of list) checkFilter(call, filter);
  return list;
}

function isFilterList(filters: Filters): filters is readonly Filter[] {
  return Array.isArray(filters);
}

function copyOf({ Name, Values }: Filter): Filter {
  return { Name, Values: Values && [...Values] };
}

function ofEntry([Name, values]: readonly [string, string | readonly string[]]): Filter {
  return { Name, Values: typeof values === 'string' ? [values] : [...values] };
}

function checkFilter(call: string, { Name, Values }: Filter): void {
  if (typeof Name !== 'string' || Name === '') throw new OptionError(`${call}: a filter has no name`);
  if (!Array.isArray(Values) || Values.length === 0) {
    throw new OptionError(`${call}: the filter '${Name}' has no values: leave it out, or give at least one`);
  }
  if (!Values.every((value) => typeof value === 'string')) {
    throw new OptionError(`${call}: the filter '${Name}' has a value that is no text`);
  }
}
