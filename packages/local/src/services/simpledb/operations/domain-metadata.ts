import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { attributeNameBytes } from '../store/sizes.js';
import { domainOf } from './domain-name.js';

/** How much a domain holds. Always of this moment, though AWS's figures may be a day old. */
export const domainMetadata: QueryOperation<SimpleDbCall> = {
  name: 'DomainMetadata',
  parameters: ['DomainName'],
  run: (call) => {
    const { items, indexes, sizes } = domainOf(call);
    return (xml) => {
      xml.leaf('ItemCount', items.size);
      xml.leaf('ItemNamesSizeBytes', sizes.itemNameBytes);
      xml.leaf('AttributeNameCount', indexes.size);
      xml.leaf('AttributeNamesSizeBytes', attributeNameBytes(indexes));
      xml.leaf('AttributeValueCount', sizes.pairs);
      xml.leaf('AttributeValuesSizeBytes', sizes.valueBytes);
      xml.leaf('Timestamp', Math.floor(call.now / 1000));
    };
  },
};
