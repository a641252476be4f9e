import type { ReceivedRequest } from '../../http/received-request.js';
import { xmlAnswer } from '../../wire/answer.js';
import { ApiError } from '../../wire/api-error.js';
import { XmlWriter } from '../../wire/xml-writer.js';
import type { QueryOperation } from '../query/operation.js';
import { queryError } from '../query/query-error.js';
import { checkNames, findOperation, readQuery } from '../query/read-request.js';
import type { Invocation, Service } from '../service.js';
import { getCallerIdentity } from './get-caller-identity.js';
import type { StsCall } from './sts-call.js';
import { stsRefusal } from './sts-refusal.js';

const VERSION = '2011-06-15';
const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const operations: ReadonlyMap<string, QueryOperation<StsCall>> = new Map([[getCallerIdentity.name, getCallerIdentity]]);
/** All of STS draws from one bucket in each account and region. */
const BUCKET = { name: 'sts', capacity: 600, refillPerSecond: 600 };

/** The Security Token Service, 2011-06-15. */
export const stsService: Service = {
  name: 'sts',
  read: readStsRequest,
  errorAnswer: (error, requestId) => queryError(error, requestId, NAMESPACE),
  refusal: stsRefusal,
  throttled: () => new ApiError('Throttling', 'Rate exceeded'),
};

function readStsRequest(request: ReceivedRequest): Invocation {
  const parameters = readQuery(request);
  return {
    action: parameters.value('Action'),
    bucket: BUCKET,
    answer: (caller) => {
      const operation = findOperation(parameters, operations, VERSION);
      checkNames(parameters, operation.parameters);
      const write = operation.run({ parameters, account: caller.account });
      const xml = new XmlWriter();
      xml.branch(
        `${operation.name}Response`,
        () => {
          xml.branch(`${operation.name}Result`, () => write(xml));
          xml.branch('ResponseMetadata', () => xml.leaf('RequestId', caller.requestId));
        },
        NAMESPACE,
      );
      return xmlAnswer(200, caller.requestId, xml.toBuffer());
    },
  };
}
