import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { checkCondition } from './condition.js';
import { domainOf } from './domain-name.js';
import { readAttributes, readItemName } from './read-attributes.js';
import { deleteFrom } from './write-item.js';

/** Takes values, attributes or a whole item away, if the condition is met. */
export const deleteAttributes: QueryOperation<SimpleDbCall> = {
  name: 'DeleteAttributes',
  parameters: ['DomainName', 'ItemName', 'Attribute', 'Expected'],
  run: (call) => {
    const name = readItemName(call.parameters);
    const given = readAttributes(call.parameters);
    const domain = domainOf(call);
    const before = domain.items.get(name)?.attributes;
    checkCondition(call.parameters, before);
    if (before) domain.set({ name, attributes: deleteFrom(before, given) }, call.now);
    return () => {};
  },
};
