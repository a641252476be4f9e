import type { StaticListSchema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types';
import { exportNamespace as ns } from './namespaces.js';

type Members = Readonly<Record<string, StaticStructureSchema[5][number]>>;

const structure = (name: string, members: Members, required: number): StaticStructureSchema => [
  3,
  ns,
  name,
  0,
  Object.keys(members),
  Object.values(members),
  required,
];

/** The SDK's number for a point in time. */
const time = 4;
const token = [0, { idempotencyToken: 1 as const }] satisfies StaticStructureSchema[5][number];
const summary = structure('ExportSummary', { exportArn: 0, exportStatus: 0, requestedAt: time, domainName: 0 }, 4);
const summaries: StaticListSchema = [1, ns, 'ExportSummaries', 0, () => summary];
const encryption = { s3KeyPrefix: 0, s3SseAlgorithm: 0, s3SseKmsKeyId: 0, s3BucketOwner: 0 } as const;

/** The operations of 2025. */
export type ExportOperation = 'StartDomainExport' | 'GetExport' | 'ListExports';

function operation(name: string, input: StaticStructureSchema, output: StaticStructureSchema): StaticOperationSchema {
  return [9, ns, name, { http: ['POST', `/v2/${name}`, 200] }, () => input, () => output];
}

/** The export operations, as the SDK's runtime reads them. */
export const exportSchemas: Readonly<Record<ExportOperation, StaticOperationSchema>> = {
  StartDomainExport: operation(
    'StartDomainExport',
    structure('StartDomainExportRequest', { domainName: 0, s3Bucket: 0, clientToken: token, ...encryption }, 2),
    structure('StartDomainExportResponse', { clientToken: 0, exportArn: 0, requestedAt: time }, 3),
  ),
  GetExport: operation(
    'GetExport',
    structure('GetExportRequest', { exportArn: 0 }, 1),
    structure(
      'GetExportResponse',
      {
        exportArn: 0,
        clientToken: 0,
        exportStatus: 0,
        domainName: 0,
        requestedAt: time,
        s3Bucket: 0,
        ...encryption,
        failureCode: 0,
        failureMessage: 0,
        exportManifest: 0,
        itemsCount: 1,
        exportDataCutoffTime: time,
      },
      6,
    ),
  ),
  ListExports: operation(
    'ListExports',
    structure('ListExportsRequest', { domainName: 0, maxResults: 1, nextToken: 0 }, 0),
    structure('ListExportsResponse', { exportSummaries: () => summaries, nextToken: 0 }, 1),
  ),
};
