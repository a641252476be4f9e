import type { ResponseMetadata } from '@smithy/types';

/**
 * The SDK's metadata of an answer, and what SimpleDB says of its cost.
 *
 * @example
 * ```ts
 * const { $metadata } = await client.listDomains();
 * $metadata.boxUsage; // 0.0000071759
 * ```
 */
export interface SimpleDBMetadata extends ResponseMetadata {
  /** What the request cost, in hours of a machine. */
  readonly boxUsage?: number;
}

/** The request id and the BoxUsage, which SimpleDB puts in the body: under `RequestID` for errors, `RequestId` else. */
export function responseFacts(xml: string): SimpleDBMetadata {
  const [, requestId] = /<Request(?:Id|ID)>\s*([^<\s]+)\s*</.exec(xml) ?? [];
  const [, usage] = /<BoxUsage>\s*([^<\s]+)\s*</.exec(xml) ?? [];
  const boxUsage = Number(usage);
  return { ...(requestId ? { requestId } : {}), ...(usage && Number.isFinite(boxUsage) ? { boxUsage } : {}) };
}
