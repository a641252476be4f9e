import type { Clock } from '../../clock/clock.js';
import type { ReceivedRequest } from '../../http/received-request.js';
import { type Answer, xmlAnswer } from '../../wire/answer.js';
import { ApiError } from '../../wire/api-error.js';
import type { QueryParameters } from '../../wire/query-parameters.js';
import { XmlWriter } from '../../wire/xml-writer.js';
import { checkNames, findOperation, readQuery } from '../query/read-request.js';
import type { Caller, Invocation, Service } from '../service.js';
import { NextTokens } from '../tokens/next-tokens.js';
import { ExportService, exportPath } from './exports/export-service.js';
import { exportWriter } from './exports/write-export.js';
import { simpleDbOperations } from './operations/index.js';
import { simpleDbRefusal } from './simpledb-refusal.js';
import { simpleDbRegions, simpleDbVersion } from './simpledb-regions.js';
import { DomainStore } from './store/domain-store.js';
import { boxUsage } from './wire/box-usage.js';

const NAMESPACE = 'http://sdb.amazonaws.com/doc/2009-04-15/';
/** SimpleDB documents no bucket: it answers 503 as its machines please. This one is ours. */
const BUCKET = { name: 'sdb', capacity: 1000, refillPerSecond: 1000 };
const SIGNING = [
  'AWSAccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'Timestamp',
  'Expires',
  'SecurityToken',
];
/** They have a `Result` element; the others answer with their metadata alone. */
const WITH_RESULT: ReadonlySet<string> = new Set(['ListDomains', 'DomainMetadata', 'GetAttributes', 'Select']);

/** How a cloud's SimpleDB behaves. */
export interface SimpleDbTerms {
  /** Milliseconds until a write is seen by reads that do not ask for consistency. */
  readonly delay: number;
  /** Milliseconds that an export is pending, and that it is then in progress. */
  readonly exportTime: number;
  /** Where exports are written; without it there are no buckets. */
  readonly exportFolder: string | undefined;
  readonly clock: Clock;
}

/** SimpleDB, 2009-04-15, with the export interface of 2025. Each account has its own domains in each region. */
export class SimpleDbService implements Service {
  readonly name = 'sdb';
  readonly signing = 'sigv2' as const;
  readonly regions: readonly string[] = simpleDbRegions;
  readonly rest: Service['rest'];
  readonly #domains: DomainStore;
  readonly #clock: Clock;
  readonly #tokens = new NextTokens(() => new ApiError('InvalidNextToken', 'The specified next token is not valid.'));

  constructor({ delay, exportTime, exportFolder, clock }: SimpleDbTerms) {
    this.#clock = clock;
    this.#domains = new DomainStore(delay);
    const write = exportWriter(exportFolder);
    const times = { step: exportTime, clock };
    this.rest = { path: exportPath, service: new ExportService(this.#domains, this.#tokens, write, times) };
  }

  read(request: ReceivedRequest): Invocation {
    const parameters = readQuery(request);
    return {
      action: parameters.value('Action'),
      bucket: BUCKET,
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
          xml.leaf('BoxUsage', boxUsage(undefined, 0));
        }),
      );
      xml.leaf('RequestID', requestId);
    });
    return xmlAnswer(error.status, requestId, xml.toBuffer());
  }

  refusal: Service['refusal'] = simpleDbRefusal;

  throttled(): ApiError {
    return new ApiError(
      'ServiceUnavailable',
      'Service AmazonSimpleDB is currently unavailable. Please try again later.',
      503,
    );
  }

  #answer(parameters: QueryParameters, { account, region, requestId }: Caller): Answer {
    const operation = findOperation(parameters, simpleDbOperations, simpleDbVersion);
    checkNames(parameters, operation.parameters, SIGNING);
    const domains = this.#domains.of(account.id, region.name);
    const write = operation.run({
      parameters,
      account,
      region: region.name,
      domains,
      tokens: this.#tokens,
      now: this.#clock.now(),
    });
    const xml = new XmlWriter();
    xml.branch(
      `${operation.name}Response`,
      () => {
        if (WITH_RESULT.has(operation.name)) xml.branch(`${operation.name}Result`, () => write(xml));
        xml.branch('ResponseMetadata', () => {
          xml.leaf('RequestId', requestId);
          xml.leaf('BoxUsage', boxUsage(operation.name, parameters.structs('Attribute').length));
        });
      },
      NAMESPACE,
    );
    return xmlAnswer(200, requestId, xml.toBuffer());
  }
}
