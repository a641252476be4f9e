import { exportSchemas as schemas } from '../schemas/export-schemas.js';
import { type CommandClass, exportCommand } from './command.js';
import type {
  GetExportInput,
  GetExportOutput,
  ListExportsInput,
  ListExportsOutput,
  StartDomainExportInput,
  StartDomainExportOutput,
} from './export-types.js';

/**
 * Begins to export a domain to S3.
 *
 */
export const StartDomainExportCommand: CommandClass<StartDomainExportInput, StartDomainExportOutput> = exportCommand(
  schemas.StartDomainExport,
);
export type StartDomainExportCommand = InstanceType<typeof StartDomainExportCommand>;

/**
 * Says how far an export is.
 *
 */
export const GetExportCommand: CommandClass<GetExportInput, GetExportOutput> = exportCommand(schemas.GetExport);
export type GetExportCommand = InstanceType<typeof GetExportCommand>;

/**
 * Lists the account's exports.
 *
 */
export const ListExportsCommand: CommandClass<ListExportsInput, ListExportsOutput> = exportCommand(schemas.ListExports);
export type ListExportsCommand = InstanceType<typeof ListExportsCommand>;
