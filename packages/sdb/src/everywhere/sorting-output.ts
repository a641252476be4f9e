import type { FoundItem } from '../client/index.js';
import type { OutputList, SelectParts } from '../query/index.js';

/** What to ask each region for, and what to give of its answer. */
export interface SortingOutput {
  readonly asked: OutputList;
  /** The item without what was asked for the sorting alone. */
  given(item: FoundItem): FoundItem;
}

/** A region's order is merged with others' by the values that it was made by, so they have to come along. */
export function sortingOutput({ output, orderBy }: SelectParts): SortingOutput {
  const by = orderBy?.attribute;
  if (by === undefined || output === 'all' || output === 'count') return { asked: output, given: (item) => item };
  if (output === 'itemName') return { asked: [by], given: ({ Name }) => ({ Name, Attributes: [] }) };
  if (output.includes(by)) return { asked: output, given: (item) => item };
  const given = ({ Name, Attributes = [] }: FoundItem) => ({
    Name,
    Attributes: Attributes.filter((pair) => pair.Name !== by),
  });
  return { asked: [...output, by], given };
}
