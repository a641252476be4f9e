import type { Ec2Call } from '../ec2-call.js';
import type { Placed } from '../estate/collection.js';
import type { TagRow } from '../estate/tag-store.js';
import { compileFilters, type Filter, type FilterFields } from '../filters/compile-filters.js';
import { cutPage } from '../paging.js';
import type { Ec2Operation } from './operation.js';
import { resourceType } from './taggable.js';

const fields: FilterFields<TagRow> = new Map<string, (row: TagRow) => string>([
  ['key', ({ key }) => key],
  ['value', ({ value }) => value],
  ['resource-id', ({ resourceId }) => resourceId],
  ['resource-type', ({ resourceId }) => resourceType(resourceId)],
]);

/** The caller's tags, a thousand at a time. */
export const describeTags: Ec2Operation = {
  name: 'DescribeTags',
  parameters: ['Filter', 'MaxResults', 'NextToken'],
  run(call) {
    const passes = compileFilters(call.parameters, fields, ({ key, value }) => new Map([[key, value]]));
    const page = cutPage(call, { action: 'DescribeTags', over: 'refuse', otherwise: 1000 }, rows(call, passes));
    return (xml) => {
      xml.items('tagSet', page.rows, ({ resourceId, key, value }) => {
        xml.leaf('resourceId', resourceId);
        xml.leaf('resourceType', resourceType(resourceId));
        xml.leaf('key', key);
        xml.leaf('value', value);
      });
      xml.leaf('nextToken', page.nextToken);
    };
  },
};

function* rows({ estate, account }: Ec2Call, passes: Filter<TagRow>): Generator<Placed<TagRow>> {
  for (const placed of estate.tags.placed(account.id)) if (passes(placed.resource)) yield placed;
}
