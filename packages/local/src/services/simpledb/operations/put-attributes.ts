import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { checkCondition } from './condition.js';
import { domainOf } from './domain-name.js';
import { readItemName, readPuts } from './read-attributes.js';
import { putInto, writeAll } from './write-item.js';

/** Adds values to an item, or replaces them, if the condition is met. */
export const putAttributes: QueryOperation<SimpleDbCall> = {
  name: 'PutAttributes',
  parameters: ['DomainName', 'ItemName', 'Attribute', 'Expected'],
  run: (call) => {
    const name = readItemName(call.parameters);
    const given = readPuts(call.parameters);
    const domain = domainOf(call);
    const before = domain.items.get(name)?.attributes;
    checkCondition(call.parameters, before);
    writeAll(domain, [{ name, attributes: putInto(before, given) }], call.now);
    return () => {};
  },
};
