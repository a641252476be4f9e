import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import { jsonAnswer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import { errorNames } from '../sqs-error.js';
import type { SqsProtocol } from './protocol.js';

const PREFIX = 'AmazonSQS.';
const TYPE = { 'content-type': 'application/x-amz-json-1.0' };

/** JSON 1.0, whose errors carry the older protocol's names in a header. */
export const jsonProtocol: SqsProtocol = {
  actionOf: (request) => {
    const target = headerOf(request, 'x-amz-target');
    return target?.startsWith(PREFIX) ? target.slice(PREFIX.length) : undefined;
  },
  input: (request, operation) => operation.input.fromJson(parsed(request), ''),
  answer: (_, output, requestId) => jsonAnswer(200, requestId, output, TYPE),
  errorAnswer: (error, requestId) => {
    const { json, query } = errorNames(error);
    const body = { __type: `com.amazonaws.sqs#${json}`, message: error.message };
    const fault = error.status < 500 ? 'Sender' : 'Receiver';
    return jsonAnswer(error.status, requestId, body, { ...TYPE, 'x-amzn-query-error': `${query};${fault}` });
  },
};

function parsed({ body }: ReceivedRequest): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ApiError('SerializationException', 'The body is not JSON.');
  }
}
