import { createAggregatedClient } from '@smithy/core/client';
import type { Command, HttpHandlerOptions, PaginationConfiguration, Paginator } from '@smithy/types';
import * as dataCommands from './commands/data-commands.js';
import * as exportCommands from './commands/export-commands.js';
import type { ListExportsInput, ListExportsOutput } from './commands/export-types.js';
import type { Answer, ListDomainsInput, ListDomainsOutput, SelectInput, SelectOutput } from './commands/types.js';
import type { SimpleDBClientResolvedConfig } from './config/client-config.js';
import * as paginators from './paginators.js';
import { SimpleDBClient } from './simpledb-client.js';

type Commands = typeof dataCommands & typeof exportCommands;

type Callback<Output> = (error: unknown, data?: Output) => void;

/** An operation as a method, in the ways of the SDK. */
interface Operation<Input, Output> {
  (input: Input, options?: HttpHandlerOptions): Promise<Output>;
  (input: Input, callback: Callback<Output>): void;
  (input: Input, options: HttpHandlerOptions, callback: Callback<Output>): void;
}

/** One whose input may be left out. */
interface FreeOperation<Input, Output> extends Operation<Input, Output> {
  (): Promise<Output>;
  (input: Input, options?: HttpHandlerOptions): Promise<Output>;
  (input: Input, callback: Callback<Output>): void;
  (input: Input, options: HttpHandlerOptions, callback: Callback<Output>): void;
}

type MethodOf<C> =
  C extends Command<object, infer Input, Answer, infer Output, SimpleDBClientResolvedConfig>
    ? object extends Input
      ? FreeOperation<Input, Output>
      : Operation<Input, Output>
    : never;

type Operations = {
  [Name in keyof Commands as Name extends `${infer Operation}Command` ? Uncapitalize<Operation> : never]: MethodOf<
    InstanceType<Commands[Name]>
  >;
};

type Paging = Omit<PaginationConfiguration, 'client'>;

interface Paginators {
  paginateListDomains(input?: ListDomainsInput, paging?: Paging): Paginator<ListDomainsOutput>;
  paginateSelect(input: SelectInput, paging?: Paging): Paginator<SelectOutput>;
  paginateListExports(input?: ListExportsInput, paging?: Paging): Paginator<ListExportsOutput>;
}

export interface SimpleDB extends Operations, Paginators {}

/**
 * SimpleDB in one region: a method for each operation.
 *
 * @example
 * ```ts
 * const simpledb = new SimpleDB({ region: 'eu-west-1' });
 * const { DomainNames = [] } = await simpledb.listDomains();
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: createAggregatedClient makes the members, as for any SDK client
export class SimpleDB extends SimpleDBClient {}

createAggregatedClient({ ...dataCommands, ...exportCommands }, SimpleDB, { paginators });
