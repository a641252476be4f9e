import type { QueryOperation } from '../../query/operation.js';
import { flag } from '../../query/read-parameters.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { writePair } from '../wire/encoded-text.js';
import { domainOf } from './domain-name.js';
import { readItemName } from './read-attributes.js';

/** The attributes of an item, or those named; of an item that is not there, none. */
export const getAttributes: QueryOperation<SimpleDbCall> = {
  name: 'GetAttributes',
  parameters: ['DomainName', 'ItemName', 'AttributeName', 'ConsistentRead'],
  run: (call) => {
    const name = readItemName(call.parameters);
    const consistent = flag(call.parameters, 'ConsistentRead') ?? false;
    // `AttributeName` alone, without an index, is one name: AWS's samples have it so.
    const single = call.parameters.value('AttributeName');
    const names = new Set([...call.parameters.list('AttributeName'), ...(single === undefined ? [] : [single])]);
    const domain = domainOf(call);
    const stale = domain.stale(consistent, call.now);
    const item = stale.has(name) ? stale.get(name) : domain.items.get(name);
    return (xml) => {
      for (const [attribute, values] of item?.attributes ?? []) {
        if (names.size > 0 && !names.has(attribute)) continue;
        for (const value of values) writePair(xml, attribute, value);
      }
    };
  },
};
