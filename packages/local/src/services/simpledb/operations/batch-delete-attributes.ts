import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { domainOf } from './domain-name.js';
import { readAttributes, readItems } from './read-attributes.js';
import { deleteFrom } from './write-item.js';

/** Takes from up to 25 items what DeleteAttributes would, without conditions. */
export const batchDeleteAttributes: QueryOperation<SimpleDbCall> = {
  name: 'BatchDeleteAttributes',
  parameters: ['DomainName', 'Item'],
  run: (call) => {
    const given = readItems(call.parameters).map(({ name, parameters }) => ({
      name,
      deletes: readAttributes(parameters),
    }));
    const domain = domainOf(call);
    for (const { name, deletes } of given) {
      const before = domain.items.get(name)?.attributes;
      if (before) domain.set({ name, attributes: deleteFrom(before, deletes) }, call.now);
    }
    return () => {};
  },
};
