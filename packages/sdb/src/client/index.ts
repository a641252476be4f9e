export {
  BatchDeleteAttributesCommand,
  BatchPutAttributesCommand,
  CreateDomainCommand,
  DeleteAttributesCommand,
  DeleteDomainCommand,
  DomainMetadataCommand,
  GetAttributesCommand,
  ListDomainsCommand,
  PutAttributesCommand,
  SelectCommand,
} from './commands/data-commands.js';
export {
  GetExportCommand,
  ListExportsCommand,
  StartDomainExportCommand,
} from './commands/export-commands.js';
export type {
  ExportStatus,
  ExportSummary,
  GetExportInput,
  GetExportOutput,
  ListExportsInput,
  ListExportsOutput,
  StartDomainExportInput,
  StartDomainExportOutput,
} from './commands/export-types.js';
export type {
  Answer,
  Attribute,
  BatchDeleteAttributesInput,
  BatchPutAttributesInput,
  DeletableAttribute,
  DeletableItem,
  DeleteAttributesInput,
  DomainInput,
  DomainMetadataOutput,
  FoundItem,
  GetAttributesInput,
  GetAttributesOutput,
  ListDomainsInput,
  ListDomainsOutput,
  PutAttributesInput,
  ReplaceableAttribute,
  ReplaceableItem,
  SelectInput,
  SelectOutput,
  UpdateCondition,
} from './commands/types.js';
export type { SimpleDBClientConfig, SimpleDBClientResolvedConfig } from './config/client-config.js';
export {
  AttributeDoesNotExist,
  AuthFailure,
  ConditionalCheckFailed,
  DuplicateItemName,
  InvalidNextToken,
  InvalidParameterValue,
  InvalidQueryExpression,
  InvalidSortExpression,
  MultiValuedAttribute,
  NoSuchDomain,
  NumberDomainsExceeded,
  NumberItemAttributesExceeded,
  RequestTimeout,
  ServiceUnavailable,
} from './errors/data-exceptions.js';
export type { ExceptionClass, ExceptionOptions } from './errors/exception-of.js';
export { exceptions } from './errors/exceptions.js';
export { SimpleDBServiceException } from './errors/simpledb-service-exception.js';
export { isLimitError, LimitError } from './limits/limit-error.js';
export type { PaginatorOf, SimpleDBPaginationConfiguration } from './paginators.js';
export { paginateListDomains, paginateListExports, paginateSelect } from './paginators.js';
export type { SimpleDBMetadata } from './protocol/response-facts.js';
export { SimpleDB } from './simpledb.js';
export { SimpleDBClient } from './simpledb-client.js';
export type { Usage } from './usage/box-usage.js';
