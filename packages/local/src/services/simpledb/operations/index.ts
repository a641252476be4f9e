import type { QueryOperation } from '../../query/operation.js';
import type { SimpleDbCall } from '../simpledb-call.js';
import { batchDeleteAttributes } from './batch-delete-attributes.js';
import { batchPutAttributes } from './batch-put-attributes.js';
import { createDomain } from './create-domain.js';
import { deleteAttributes } from './delete-attributes.js';
import { deleteDomain } from './delete-domain.js';
import { domainMetadata } from './domain-metadata.js';
import { getAttributes } from './get-attributes.js';
import { listDomains } from './list-domains.js';
import { putAttributes } from './put-attributes.js';
import { select } from './select.js';

/** What SimpleDB does here, by action: all of its data plane. */
export const simpleDbOperations: ReadonlyMap<string, QueryOperation<SimpleDbCall>> = new Map(
  [
    batchDeleteAttributes,
    batchPutAttributes,
    createDomain,
    deleteAttributes,
    deleteDomain,
    domainMetadata,
    getAttributes,
    listDomains,
    putAttributes,
    select,
  ].map((operation) => [operation.name, operation]),
);
