import type { Answer } from '../../../wire/answer.js';
import { type BulkFormat, type Problem, readBulkFormat, reportAnswer, reportText } from '../bulk/report.js';
import type { SwiftCall } from '../swift-call.js';
import { statusLine, statusWords } from '../wire/statuses.js';

/** What is wrong with the segments of a manifest. */
export function problemAnswer(format: BulkFormat, problems: readonly Problem[]): Answer {
  return reportAnswer(400, format, reportText(format, {}, problems, 'upload'));
}

/**
 * An answer that was begun before it was known: its status says nothing, its body has the real one.
 *
 * @param problems - what is wrong with the segments, where that is what the answer says
 */
export function withHeartbeat(
  call: SwiftCall,
  { status, headers, body }: Answer,
  problems: readonly Problem[] = [],
): Answer {
  const format = readBulkFormat(call);
  const said = problems.length > 0 ? statusWords(status) : body.toString('utf8');
  const fields = {
    'Response Status': statusLine(status),
    'Response Body': said,
    ...(status < 300 && { Etag: headers['etag'] ?? '', 'Last Modified': headers['last-modified'] ?? '' }),
  };
  return reportAnswer(202, format, ` \r\n\r\n${reportText(format, fields, problems, 'upload')}`);
}
