import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { readDomainName } from './domain-name.js';

/** Deletes a domain and all that it holds; for one that is not there, nothing is to be done. */
export const deleteDomain: QueryOperation<SimpleDbCall> = {
  name: 'DeleteDomain',
  parameters: ['DomainName'],
  run: (call) => {
    call.domains.delete(readDomainName(call));
    return () => {};
  },
};
