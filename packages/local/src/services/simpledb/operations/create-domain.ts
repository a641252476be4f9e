import { ApiError } from '../../../wire/api-error.js';
import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { limits } from '../store/limits.js';
import { readDomainName } from './domain-name.js';

/** Makes a domain; one that is there stays as it is. */
export const createDomain: QueryOperation<SimpleDbCall> = {
  name: 'CreateDomain',
  parameters: ['DomainName'],
  run: (call) => {
    const name = readDomainName(call);
    if (!call.domains.get(name) && call.domains.size >= limits.domains) {
      throw new ApiError('NumberDomainsExceeded', 'The domain limit was exceeded.', 409);
    }
    call.domains.create(name);
    return () => {};
  },
};
