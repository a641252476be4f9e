import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import { collectBody } from '@smithy/core/protocols';
import type {
  EndpointBearer,
  HandlerExecutionContext,
  HttpResponse,
  MetadataBearer,
  OperationSchema,
  SerdeFunctions,
} from '@smithy/types';
import { dataErrors } from '../errors/registries.js';
import { dataNamespace } from '../schemas/namespaces.js';
import { EncodedTextDeserializer } from './encoded-text.js';
import { responseFacts, type SimpleDBMetadata } from './response-facts.js';

type Context = HandlerExecutionContext & SerdeFunctions & EndpointBearer;

const version = '2009-04-15';
const xmlNamespace = `http://sdb.amazonaws.com/doc/${version}/`;

/** The SDK's query protocol, and what SimpleDB's bodies say besides the result. */
export class QueryProtocol extends AwsQueryProtocol {
  constructor() {
    super({ defaultNamespace: dataNamespace, xmlNamespace, version, errorTypeRegistries: dataErrors });
    this.deserializer = new EncodedTextDeserializer({
      timestampFormat: { useTrait: true, default: 5 },
      httpBindings: false,
      xmlNamespace,
      serviceNamespace: dataNamespace,
    });
  }

  override async deserializeResponse<Output extends MetadataBearer>(
    schema: OperationSchema,
    context: Context,
    response: HttpResponse,
  ): Promise<Output> {
    const body = await collectBody(response.body, context);
    response.body = body; // read once, here; the SDK's own reader takes bytes as they are
    const facts = responseFacts(Buffer.from(body).toString('utf8'));
    try {
      const output = await super.deserializeResponse<Output>(schema, context, response);
      addFacts(output, facts);
      return output;
    } catch (error) {
      if (hasMetadata(error)) addFacts(error, facts);
      throw error;
    }
  }
}

function hasMetadata(error: unknown): error is MetadataBearer {
  return typeof error === 'object' && error !== null && '$metadata' in error;
}

function addFacts(bearer: MetadataBearer, facts: SimpleDBMetadata): void {
  Object.assign(bearer.$metadata, facts);
}
