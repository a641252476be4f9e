import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { domainOf } from './domain-name.js';
import { readItems, readPuts } from './read-attributes.js';
import { putInto, writeAll } from './write-item.js';

/** Puts up to 25 items: all of them, or none. */
export const batchPutAttributes: QueryOperation<SimpleDbCall> = {
  name: 'BatchPutAttributes',
  parameters: ['DomainName', 'Item'],
  run: (call) => {
    const given = readItems(call.parameters).map(({ name, parameters }) => ({ name, puts: readPuts(parameters) }));
    const domain = domainOf(call);
    const items = given.map(({ name, puts }) => ({
      name,
      attributes: putInto(domain.items.get(name)?.attributes, puts),
    }));
    writeAll(domain, items, call.now);
    return () => {};
  },
};
