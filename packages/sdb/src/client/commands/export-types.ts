import type { Answer } from './types.js';

/** How far an export is. */
export type ExportStatus = 'PENDING' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';

interface Destination {
  readonly s3KeyPrefix?: string | undefined;
  readonly s3SseAlgorithm?: 'AES256' | 'KMS' | undefined;
  readonly s3SseKmsKeyId?: string | undefined;
  readonly s3BucketOwner?: string | undefined;
}

export interface StartDomainExportInput extends Destination {
  readonly domainName: string | undefined;
  readonly s3Bucket: string | undefined;
  /** Makes it safe to ask twice. @defaultValue made by the client */
  readonly clientToken?: string | undefined;
}

export interface StartDomainExportOutput extends Answer {
  readonly clientToken: string | undefined;
  readonly exportArn: string | undefined;
  readonly requestedAt: Date | undefined;
}

export interface GetExportInput {
  readonly exportArn: string | undefined;
}

export interface GetExportOutput extends Answer, ExportSummary, Destination {
  readonly clientToken: string | undefined;
  readonly s3Bucket: string | undefined;
  readonly failureCode?: string;
  readonly failureMessage?: string;
  readonly exportManifest?: string;
  readonly itemsCount?: number;
  readonly exportDataCutoffTime?: Date;
}

export interface ListExportsInput {
  readonly domainName?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** One export of a list. */
export interface ExportSummary {
  readonly exportArn: string | undefined;
  readonly exportStatus: ExportStatus | undefined;
  readonly requestedAt: Date | undefined;
  readonly domainName: string | undefined;
}

export interface ListExportsOutput extends Answer {
  readonly exportSummaries: ExportSummary[] | undefined;
  readonly nextToken?: string;
}
