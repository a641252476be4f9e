import { extendSet, resourceSet, type ServiceSet } from '@proj/core';
import { refuseStream } from '../batches/item-source.js';
import type { SimpleDB } from '../client/index.js';
import { Domain } from '../objects/domain.js';
import { checkDomainName } from '../query/check-domain-name.js';

/**
 * A domain of one name in every region: the methods of {@link Domain}, fanned out, and a set's own members.
 *
 * @example
 * ```ts
 * const report = await simpledb().domain('books').put('1579124585', { Year: '1979' }).settled();
 * for (const { target, error } of report.failures) console.warn(target.region, error.message);
 * ```
 */
export type DomainSet = ServiceSet<Domain>;

/** The domains of one name. What is written to all of them can be read for each. */
export function domainSet(clients: ServiceSet<SimpleDB>, name: string): DomainSet {
  checkDomainName(name);
  const domains = resourceSet(clients, (place) => new Domain(place, name));
  return extendSet(domains, ({ batchPut, batchPutEach, batchDelete, batchDeleteEach, load }: DomainSet) => ({
    batchPut: guarded('batchPut(items, options)', batchPut),
    batchPutEach: guarded('batchPutEach(items, options)', batchPutEach),
    batchDelete: guarded('batchDelete(items, options)', batchDelete),
    batchDeleteEach: guarded('batchDeleteEach(items, options)', batchDeleteEach),
    load: guarded('load(source, options)', load),
  })) as DomainSet;
}

function guarded<A extends readonly [unknown, ...unknown[]], R>(
  name: string,
  method: (...args: A) => R,
): (...args: A) => R {
  return (...args) => {
    refuseStream(name, args[0]);
    return method(...args);
  };
}
