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
 * @throws OptionError for a filter without a name or without values, which would not filter, and for values that are no texts
 */
export function filtersOf(call: string, filters: Filters | undefined): Filter[] | undefined {
  if (filters === undefined) return undefined;
  if (typeof filters !== 'object' || filters === null) {
    throw new OptionError(`${call}: filters are an object such as { 'tag:Name': ['web'] }`);
  }
  const given = isFilterList(filters) ? filters.map(pairOf) : Object.entries(filters);
  return given.map(([name, values]) => filterOf(call, name, typeof values === 'string' ? [values] : values));
}

function isFilterList(filters: Filters): filters is readonly Filter[] {
  return Array.isArray(filters);
}

function pairOf(filter: Filter | null): readonly [name: unknown, values: unknown] {
  return [filter?.Name, filter?.Values];
}

function filterOf(call: string, Name: unknown, values: unknown): Filter {
  if (typeof Name !== 'string' || Name === '') throw new OptionError(`${call}: a filter has no name`);
  if (values === undefined || (Array.isArray(values) && values.length === 0)) {
    throw new OptionError(`${call}: the filter '${Name}' has no values: leave it out, or give at least one`);
  }
  if (!isTexts(values)) {
    throw new OptionError(
      `${call}: the filter '${Name}' has a value that is no text: give a text or a list of texts, such as { size: '100' }`,
    );
  }
  return { Name, Values: [...values] };
}

function isTexts(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}
