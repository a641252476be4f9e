import type { Clock } from '../../clock/clock.js';
import type { ReceivedRequest } from '../../http/received-request.js';
import { type Answer, xmlAnswer } from '../../wire/answer.js';
import { ApiError } from '../../wire/api-error.js';
import type { QueryParameters } from '../../wire/query-parameters.js';
import { XmlWriter } from '../../wire/xml-writer.js';
import { flag } from '../query/read-parameters.js';
import { checkNames, findOperation, readQuery } from '../query/read-request.js';
import type { Caller, Invocation, Service } from '../service.js';
import { ec2Refusal } from './ec2-refusal.js';
import { ec2Bucket } from './ec2-throttling.js';
import type { Estate } from './estate/estate.js';
import { ec2Operations } from './operations/index.js';

const VERSION = '2016-11-15';
const NAMESPACE = `http://ec2.amazonaws.com/doc/${VERSION}/`;

/** What EC2 is made of. */
export interface Ec2Parts {
  /** What a region holds. */
  readonly estateOf: (region: string) => Estate;
  /** How long a new snapshot stays `pending`, in ms. */
  readonly snapshotTime: number;
  /** How long a new image stays `pending`, in ms. */
  readonly imageTime: number;
  readonly clock: Clock;
}

/** The Elastic Compute Cloud, 2016-11-15: the resources that have a module in `operations/`. */
export class Ec2Service implements Service {
  readonly name = 'ec2';
  readonly #parts: Ec2Parts;

  constructor(parts: Ec2Parts) {
    this.#parts = parts;
  }

  read(request: ReceivedRequest): Invocation {
    const parameters = readQuery(request);
    const action = parameters.value('Action');
    return {
      action,
      bucket: ec2Bucket(action ?? '', parameters),
      answer: (caller) => this.#answer(parameters, caller),
    };
  }

  errorAnswer(error: ApiError, requestId: string): Answer {
    const xml = new XmlWriter();
    xml.branch('Response', () => {
      xml.branch('Errors', () =>
        xml.branch('Error', () => {
          xml.leaf('Code', error.code);
          xml.leaf('Message', error.message);
        }),
      );
      xml.leaf('RequestID', requestId);
    });
    return xmlAnswer(error.status, requestId, xml.toBuffer());
  }

  refusal: Service['refusal'] = ec2Refusal;

  throttled(): ApiError {
    return new ApiError('RequestLimitExceeded', 'Request limit exceeded.', 503);
  }

  #answer(parameters: QueryParameters, { account, region, regions, requestId }: Caller): Answer {
    const operation = findOperation(parameters, ec2Operations, VERSION);
    checkNames(parameters, operation.parameters);
    if (flag(parameters, 'DryRun')) {
      throw new ApiError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    }
    const estate = this.#parts.estateOf(region.name);
    const write = operation.run({
      ...this.#parts,
      parameters,
      account,
      estate,
      regions,
      now: new Date(this.#parts.clock.now()),
    });
    const xml = new XmlWriter();
    xml.branch(
      `${operation.name}Response`,
      () => {
        xml.leaf('requestId', requestId);
        write(xml);
      },
      NAMESPACE,
    );
    return xmlAnswer(200, requestId, xml.toBuffer());
  }
}
