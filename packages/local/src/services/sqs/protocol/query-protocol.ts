import type { ReceivedRequest } from '../../../http/received-request.js';
import { xmlAnswer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import { QueryParameters } from '../../../wire/query-parameters.js';
import { XmlWriter } from '../../../wire/xml-writer.js';
import { queryError } from '../../query/query-error.js';
import type { SqsOperation } from '../operations/operation.js';
import { errorNames } from '../sqs-error.js';
import type { SqsProtocol } from './protocol.js';

const VERSION = '2012-11-05';
const NAMESPACE = `http://queue.amazonaws.com/doc/${VERSION}/`;
/** A queue's own address, as {@link QueueUrls} writes it. */
const QUEUE_PATH = /^(?:\/sqs\/[^/]+)?\/\d{12}\/[^/]+$/;

/** Parameters in a form or a query string, and XML: what SQS spoke before JSON. A queue's path may name the queue. */
export const queryProtocol: SqsProtocol = {
  actionOf: (request) => formOf(request).get('Action') ?? undefined,
  input: (request, operation) => {
    const form = formOf(request);
    checkVersion(form.get('Version'));
    for (const name of [...form.keys()]) if (isEnvelope(name)) form.delete(name);
    const path = queuePath(request);
    if (path && operation.input.members?.has('QueueUrl') && !form.has('QueueUrl')) form.set('QueueUrl', path);
    return operation.input.fromQuery(QueryParameters.parse(form.toString()), '') ?? {};
  },
  answer: (operation, output, requestId) => {
    const xml = new XmlWriter();
    writeResponse(xml, operation, output, requestId);
    return xmlAnswer(200, requestId, xml.toBuffer());
  },
  errorAnswer: (error, requestId) => {
    const { query, queryStatus } = errorNames(error);
    return queryError(new ApiError(query, error.message, queryStatus), requestId, NAMESPACE);
  },
};

function formOf(request: ReceivedRequest): URLSearchParams {
  return new URLSearchParams([request.body.toString('utf8'), request.query].filter((part) => part !== '').join('&'));
}

function isEnvelope(name: string): boolean {
  return name === 'Action' || name === 'Version' || name.startsWith('X-Amz-');
}

function checkVersion(version: string | null): void {
  if (version === null || version === VERSION) return;
  throw new ApiError('NoSuchVersion', `The requested version (${version}) is not served here: ${VERSION} is.`);
}

/** Older clients send a queue's calls to the queue's own address. */
function queuePath({ path }: ReceivedRequest): string | undefined {
  return QUEUE_PATH.test(path) ? path : undefined;
}

function writeResponse(xml: XmlWriter, operation: SqsOperation, output: object, requestId: string): void {
  xml.branch(
    `${operation.name}Response`,
    () => {
      if (operation.output) operation.output.toXml(xml, `${operation.name}Result`, output);
      xml.branch('ResponseMetadata', () => xml.leaf('RequestId', requestId));
    },
    NAMESPACE,
  );
}
