import type { AwsCredentialIdentity, StaticStructureSchema } from '@smithy/types';
import { runOutsideCalls } from '../fanout/call.js';
import type { WireHandler } from './connections.js';
import type { SharedCredentials } from './shared-credentials.js';

/** A question without parameters that core itself asks a service of the query protocol. */
export interface QueryQuestion {
  readonly protocol: 'ec2Query' | 'awsQuery';
  /** The SDK's id of the service, by which its environment variables name endpoints. */
  readonly serviceId: string;
  readonly signingName: string;
  readonly version: string;
  readonly operation: string;
  /** The answer, described as the SDK describes its own. */
  readonly output: StaticStructureSchema;
}

/** Where and as whom to ask it. */
export interface Asking {
  readonly region: string;
  /** The service's own address in that region. */
  readonly address: string;
  /** An endpoint that was given. Without one, the SDK's environment variables or profile may name one. */
  readonly endpoint: string | undefined;
  readonly credentials: SharedCredentials;
  readonly handler: WireHandler;
  readonly signal: AbortSignal;
}

/**
 * Asks by the SDK's own signer and protocol, which are loaded with the first question: core has no service client.
 * Fails with the service's error as the SDK's clients would throw it.
 */
export function askQuery<A>(question: QueryQuestion, asking: Asking): Promise<A> {
  return runOutsideCalls(async () => {
    const request = await signed(question, asking);
    const { response } = await asking.handler.handle(request, { abortSignal: asking.signal });
    return decoded<A>(question, response);
  });
}

async function signed({ serviceId, signingName, operation, version }: QueryQuestion, asking: Asking) {
  const [{ SignatureV4 }, { HttpRequest }, { Sha256 }] = await Promise.all([
    import('@smithy/signature-v4'),
    import('@smithy/core/protocols'),
    import('@smithy/core/checksum'),
  ]);
  const url = new URL(asking.endpoint ?? (await configuredEndpoint(serviceId)) ?? asking.address);
  const body = `Action=${operation}&Version=${version}`;
  const request = new HttpRequest({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    headers: {
      host: url.host,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  });
  const { region } = asking;
  const credentials = (await asking.credentials.resolve()) as AwsCredentialIdentity;
  const signer = new SignatureV4({ service: signingName, region, credentials, sha256: Sha256 });
  return signer.sign(request);
}

/** The endpoint that `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_<SERVICE>` or the profile name, by the SDK's own rules. */
async function configuredEndpoint(serviceId: string): Promise<string | undefined> {
  const { resolveEndpointConfig } = await import('@smithy/core/endpoints');
  const config = { serviceId, urlParser: undefined, region: undefined } as never;
  const { serviceConfiguredEndpoint } = resolveEndpointConfig(config) as {
    serviceConfiguredEndpoint?: () => Promise<string | undefined>;
  };
  return serviceConfiguredEndpoint?.();
}

async function decoded<A>({ protocol, version, operation, output }: QueryQuestion, response: object): Promise<A> {
  const [{ AwsEc2QueryProtocol, AwsQueryProtocol }, serde, { streamCollector }] = await Promise.all([
    import('@aws-sdk/core/protocols'),
    import('@smithy/core/serde'),
    import('@smithy/node-http-handler'),
  ]);
  const Protocol = protocol === 'ec2Query' ? AwsEc2QueryProtocol : AwsQueryProtocol;
  const reader = new Protocol({ defaultNamespace: 'proj.core', xmlNamespace: '', version });
  const { fromBase64: base64Decoder, toBase64: base64Encoder, fromUtf8: utf8Decoder, toUtf8: utf8Encoder } = serde;
  const context = { streamCollector, base64Decoder, base64Encoder, utf8Decoder, utf8Encoder } as never;
  reader.setSerdeContext(context);
  const schema = { namespace: 'proj.core', name: operation, traits: 0, input: 'unit', output } as never;
  return (await reader.deserializeResponse(schema, context, response as never)) as A;
}
