import type { Answer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import { type Doomed, deleteAll, refusedReport } from '../bulk/delete-all.js';
import { readBulkFormat, reportAnswer, reportText } from '../bulk/report.js';
import { findObject } from '../objects/find-object.js';
import type { StaticManifest } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { statusLine } from '../wire/statuses.js';
import type { SwiftOperation } from './operation.js';

/** Deletes a static large object with its segments. As in bulk, its status is always the same. */
export const deleteManifest: SwiftOperation = { name: 'DeleteManifest', right: 'write', run: remove };

async function remove(call: SwiftCall): Promise<Answer> {
  const format = readBulkFormat(call);
  const manifest = manifestOf(call);
  const own = `/${call.parts.target.container}/${call.name}`;
  if (manifest === 'missing') {
    const fields = {
      'Response Status': statusLine(200),
      'Response Body': '',
      'Number Deleted': 0,
      'Number Not Found': 1,
    };
    return reportAnswer(200, format, reportText(format, fields, [], 'delete'));
  }
  if (!manifest) {
    const fields = {
      'Response Status': statusLine(400),
      'Response Body': '',
      'Number Deleted': 0,
      'Number Not Found': 0,
    };
    const problems = [[encodeURI(own), 'Not an SLO manifest']] as const;
    return reportAnswer(200, format, reportText(format, fields, problems, 'delete'));
  }
  const doomed: Doomed[] = [...namesIn(call, manifest), { name: own, version: call.query('version-id') }];
  if (doomed.length > 10_000) return reportAnswer(200, format, refusedReport(format, 413));
  return reportAnswer(200, format, await deleteAll(call, doomed, format));
}

function manifestOf(call: SwiftCall): StaticManifest | 'missing' | undefined {
  try {
    return findObject(call).manifest;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return 'missing';
    throw error;
  }
}

/** The segments, and of those that are manifests themselves theirs too. */
function namesIn(call: SwiftCall, { segments }: StaticManifest): readonly Doomed[] {
  return segments.flatMap((segment) => {
    if ('data' in segment) return [];
    const { container, object } = segment;
    const nested = segment.nested
      ? call.account.find(container, call.now)?.find(object, call.now)?.manifest
      : undefined;
    return [...(nested ? namesIn(call, nested) : []), { name: `/${container}/${object}` }];
  });
}
