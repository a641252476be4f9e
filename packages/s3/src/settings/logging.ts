import type { LoggingEnabled, PartitionDateSource } from '@aws-sdk/client-s3';
import { type Grant, grantOf, wireGrant } from '../access/grants.js';
import { checkOneOf, refuseIf } from '../calls/check-value.js';
import type { Setting } from './setting.js';

/**
 * Where the requests to a bucket are logged.
 *
 * @example
 * ```ts
 * const logging: Logging = { bucket: 'example-logs', prefix: 'site/', partitionedBy: 'EventTime' };
 * ```
 */
export interface Logging {
  /** A bucket of the same region and account. */
  readonly bucket: string;
  /** What the logs' keys begin with. @defaultValue nothing */
  readonly prefix?: string | undefined;
  /** Has keys of `[prefix][account]/[region]/[bucket]/[year]/[month]/[day]/…`, by this time. @defaultValue plain keys */
  readonly partitionedBy?: PartitionDateSource | undefined;
  /** Who may read the logs, where their bucket has ACLs. */
  readonly grants?: readonly Grant<LogPermission>[] | undefined;
}

const permissions = ['FULL_CONTROL', 'READ', 'WRITE'] as const;

/** What may be granted of logs. */
export type LogPermission = (typeof permissions)[number];

function check({ bucket, grants = [] }: Logging): void {
  refuseIf(!bucket, 'setLogging: bucket is the name of the bucket that the logs go to');
  for (const { permission } of grants) checkOneOf('setLogging: a permission', permission, permissions);
}

function loggingOf(wire: LoggingEnabled): Logging {
  return {
    bucket: wire.TargetBucket ?? '',
    prefix: wire.TargetPrefix || undefined,
    partitionedBy: wire.TargetObjectKeyFormat?.PartitionedPrefix?.PartitionDateSource,
    grants: wire.TargetGrants?.map((grant) => grantOf<LogPermission>(grant)),
  };
}

function wireLogging({ bucket, prefix, partitionedBy, grants }: Logging): LoggingEnabled {
  return {
    TargetBucket: bucket,
    TargetPrefix: prefix ?? '',
    TargetObjectKeyFormat: partitionedBy && { PartitionedPrefix: { PartitionDateSource: partitionedBy } },
    TargetGrants: grants?.map(wireGrant),
  };
}

export const loggingSetting: Setting<Logging> = {
  name: 'BucketLogging',
  check,
  get: async (native, Bucket) => {
    const { LoggingEnabled } = await native.getBucketLogging({ Bucket });
    return LoggingEnabled && loggingOf(LoggingEnabled);
  },
  put: (native, Bucket, logging) =>
    native.putBucketLogging({ Bucket, BucketLoggingStatus: { LoggingEnabled: wireLogging(logging) } }),
  delete: (native, Bucket) => native.putBucketLogging({ Bucket, BucketLoggingStatus: {} }),
};
