import { type Doomed, deleteAll, refusedReport } from '../bulk/delete-all.js';
import { type BulkFormat, readBulkFormat, reportAnswer } from '../bulk/report.js';
import { BULK_LIMITS, SWIFT_LIMITS } from '../metadata/limits.js';
import type { SwiftCall } from '../swift-call.js';
import type { SwiftOperation } from './operation.js';

/** Each name may be three times as long as it is allowed to be, since it is encoded. */
const LONGEST = 3 * (SWIFT_LIMITS.max_container_name_length + SWIFT_LIMITS.max_object_name_length) + 2;

/** Deletes what a list names. Its status is always the same: what came of it is in the body. */
export const bulkDelete: SwiftOperation = {
  name: 'BulkDelete',
  run: async (call) => {
    const format = readBulkFormat(call);
    return reportAnswer(200, format, await report(call, format));
  },
};

async function report(call: SwiftCall, format: BulkFormat): Promise<string> {
  const type = call.header('content-type');
  const named = await readNames(call);
  if (type !== undefined && !type.startsWith('text/plain')) return refusedReport(format, 406);
  if (named === undefined) return refusedReport(format, 400, 'Invalid File Name');
  if (named.length > BULK_LIMITS.max_deletes_per_request) {
    const most = BULK_LIMITS.max_deletes_per_request;
    return refusedReport(format, 413, `Maximum Bulk Deletes: ${most} per request`);
  }
  return deleteAll(call, named, format);
}

/** The names in a body, one in a line; nothing where one of them cannot be read. */
async function readNames(call: SwiftCall): Promise<readonly Doomed[] | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of call.parts.stream) {
    size += part.length;
    if (size <= BULK_LIMITS.max_deletes_per_request * LONGEST) parts.push(part);
  }
  const lines = Buffer.concat(parts).toString('utf8').split('\n');
  const encoded = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (encoded.some((line) => line.length > LONGEST)) return undefined;
  try {
    return encoded.map((line) => ({ name: decodeURIComponent(line) }));
  } catch {
    return undefined;
  }
}
