import { createPaginator } from '@smithy/core';
import type { PaginationConfiguration, Paginator } from '@smithy/types';
import { ListDomainsCommand, SelectCommand } from './commands/data-commands.js';
import { ListExportsCommand } from './commands/export-commands.js';
import type { ListExportsInput, ListExportsOutput } from './commands/export-types.js';
import type { ListDomainsInput, ListDomainsOutput, SelectInput, SelectOutput } from './commands/types.js';
import { SimpleDBClient } from './simpledb-client.js';

/**
 * The client to ask, and where to begin.
 *
 * @example
 * ```ts
 * const config: SimpleDBPaginationConfiguration = { client: new SimpleDBClient({ region: 'eu-west-1' }), pageSize: 100 };
 * ```
 */
export interface SimpleDBPaginationConfiguration extends PaginationConfiguration {
  readonly client: SimpleDBClient;
}

type Config = SimpleDBPaginationConfiguration;

/** A listing operation, page by page. */
export type PaginatorOf<Input extends object, Output> = (config: Config, input: Input) => Paginator<Output>;

/**
 * The domains of a region, page by page.
 *
 * @example
 * ```ts
 * for await (const { DomainNames = [] } of paginateListDomains({ client }, {})) console.log(DomainNames);
 * ```
 */
export const paginateListDomains: PaginatorOf<ListDomainsInput, ListDomainsOutput> = createPaginator<
  Config,
  ListDomainsInput,
  ListDomainsOutput
>(SimpleDBClient, ListDomainsCommand, 'NextToken', 'NextToken', 'MaxNumberOfDomains');

/**
 * What a query finds, page by page. A page may be empty before the end.
 *
 * @example
 * ```ts
 * const pages = paginateSelect({ client }, { SelectExpression: 'select * from `books` limit 2500' });
 * for await (const { Items = [] } of pages) console.log(Items.length);
 * ```
 */
export const paginateSelect: PaginatorOf<SelectInput, SelectOutput> = createPaginator<
  Config,
  SelectInput,
  SelectOutput
>(SimpleDBClient, SelectCommand, 'NextToken', 'NextToken');

/**
 * The account's exports, page by page.
 *
 * @example
 * ```ts
 * for await (const { exportSummaries = [] } of paginateListExports({ client }, {})) console.log(exportSummaries);
 * ```
 */
export const paginateListExports: PaginatorOf<ListExportsInput, ListExportsOutput> = createPaginator<
  Config,
  ListExportsInput,
  ListExportsOutput
>(SimpleDBClient, ListExportsCommand, 'nextToken', 'nextToken', 'maxResults');
