import { dataSchemas as schemas } from '../schemas/data-schemas.js';
import { type CommandClass, command } from './command.js';
import type {
  Answer,
  BatchDeleteAttributesInput,
  BatchPutAttributesInput,
  DeleteAttributesInput,
  DomainInput,
  DomainMetadataOutput,
  GetAttributesInput,
  GetAttributesOutput,
  ListDomainsInput,
  ListDomainsOutput,
  PutAttributesInput,
  SelectInput,
  SelectOutput,
} from './types.js';

/**
 * Makes a domain; one that is there already stays as it is. It may take ten seconds and more.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_CreateDomain.html
 */
export const CreateDomainCommand: CommandClass<DomainInput, Answer> = command(schemas.CreateDomain);
export type CreateDomainCommand = InstanceType<typeof CreateDomainCommand>;

/**
 * Deletes a domain and all that is in it.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_DeleteDomain.html
 */
export const DeleteDomainCommand: CommandClass<DomainInput, Answer> = command(schemas.DeleteDomain);
export type DeleteDomainCommand = InstanceType<typeof DeleteDomainCommand>;

/**
 * Lists the domains of the region, up to 100 a page.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_ListDomains.html
 */
export const ListDomainsCommand: CommandClass<ListDomainsInput, ListDomainsOutput> = command(schemas.ListDomains);
export type ListDomainsCommand = InstanceType<typeof ListDomainsCommand>;

/**
 * Says how many items, names and values a domain has.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_DomainMetadata.html
 */
export const DomainMetadataCommand: CommandClass<DomainInput, DomainMetadataOutput> = command(schemas.DomainMetadata);
export type DomainMetadataCommand = InstanceType<typeof DomainMetadataCommand>;

/**
 * Adds values to an item, or replaces them; the item is made when it is not there.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_PutAttributes.html
 */
export const PutAttributesCommand: CommandClass<PutAttributesInput, Answer> = command(schemas.PutAttributes);
export type PutAttributesCommand = InstanceType<typeof PutAttributesCommand>;

/**
 * Reads an item. One that is not there has no attributes, and is no error.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_GetAttributes.html
 */
export const GetAttributesCommand: CommandClass<GetAttributesInput, GetAttributesOutput> = command(
  schemas.GetAttributes,
);
export type GetAttributesCommand = InstanceType<typeof GetAttributesCommand>;

/**
 * Deletes an item, attributes of it, or single values.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_DeleteAttributes.html
 */
export const DeleteAttributesCommand: CommandClass<DeleteAttributesInput, Answer> = command(schemas.DeleteAttributes);
export type DeleteAttributesCommand = InstanceType<typeof DeleteAttributesCommand>;

/**
 * Writes items. More than 25 are sent in several requests, one after the other.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_BatchPutAttributes.html
 */
export const BatchPutAttributesCommand: CommandClass<BatchPutAttributesInput, Answer> = command(
  schemas.BatchPutAttributes,
);
export type BatchPutAttributesCommand = InstanceType<typeof BatchPutAttributesCommand>;

/**
 * Deletes items, or attributes of them. More than 25 are sent in several requests, one after the other.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_BatchDeleteAttributes.html
 */
export const BatchDeleteAttributesCommand: CommandClass<BatchDeleteAttributesInput, Answer> = command(
  schemas.BatchDeleteAttributes,
);
export type BatchDeleteAttributesCommand = InstanceType<typeof BatchDeleteAttributesCommand>;

/**
 * Runs a query, page by page.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDB_API_Select.html
 */
export const SelectCommand: CommandClass<SelectInput, SelectOutput> = command(schemas.Select);
export type SelectCommand = InstanceType<typeof SelectCommand>;
