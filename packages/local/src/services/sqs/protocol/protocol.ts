import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import type { Answer } from '../../../wire/answer.js';
import type { ApiError } from '../../../wire/api-error.js';
import type { SqsOperation } from '../operations/operation.js';
import { jsonProtocol } from './json-protocol.js';
import { queryProtocol } from './query-protocol.js';

/** One of the two ways in which SQS is spoken. */
export interface SqsProtocol {
  actionOf(request: ReceivedRequest): string | undefined;
  /** The operation's input. Throws {@link ApiError} for one that it does not take. */
  input(request: ReceivedRequest, operation: SqsOperation): object;
  answer(operation: SqsOperation, output: object, requestId: string): Answer;
  errorAnswer(error: ApiError, requestId: string): Answer;
}

/** The protocol of a request: JSON names its operation in a header. */
export function protocolOf(request: ReceivedRequest): SqsProtocol {
  const type = headerOf(request, 'content-type') ?? '';
  const json = request.headers.has('x-amz-target') || type.startsWith('application/x-amz-json');
  return json ? jsonProtocol : queryProtocol;
}
