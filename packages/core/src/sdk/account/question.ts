import type { AwsCredentialIdentity, StaticStructureSchema } from '@smithy/types';
import { runOutsideCalls } from '../../fanout/call.js';
import type { SharedCredentials } from '../credentials/shared-credentials.js';
import type { Credentials } from '../set/options.js';
import type { WireHandler } from '../wire/connections.js';
import { decoded } from './question-answer.js';

/** A question that core itself asks a service: core has no service client. */
export interface Question {
  readonly protocol: 'ec2Query' | 'awsQuery' | 'restJson';
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
  /** The operation's input; only questions of `restJson` have one. */
  readonly input?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Asks by the SDK's own signer and protocol, which are loaded with the first question.
 * Fails with the service's error as the SDK's clients would throw it.
 */
export function ask<A>(question: Question, asking: Asking): Promise<A> {
  return runOutsideCalls(async () => {
    const credentials = await asking.credentials.resolve();
    try {
      return await askAs<A>(credentials, question, asking);
    } catch (error) {
      const renewed = await asking.credentials.renewedAfter(error, credentials);
      if (renewed === undefined) throw error;
      return askAs<A>(renewed, question, asking);
    }
  });
}

async function askAs<A>(credentials: Credentials, question: Question, asking: Asking): Promise<A> {
  const request = await signed(credentials, question, asking);
  const { response } = await asking.handler.handle(request, { abortSignal: asking.signal });
  return decoded<A>(question, response);
}

async function signed(keys: Credentials, question: Question, asking: Asking) {
  const [{ SignatureV4 }, { HttpRequest }, { Sha256 }] = await Promise.all([
    import('@smithy/signature-v4'),
    import('@smithy/core/protocols'),
    import('@smithy/core/checksum'),
  ]);
  const { serviceId, signingName } = question;
  const url = new URL(asking.endpoint ?? (await configuredEndpoint(serviceId)) ?? asking.address);
  const { path, type, body } = formOf(question, asking.input ?? {});
  const request = new HttpRequest({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: path === '' ? url.pathname : url.pathname.replace(/\/$/, '') + path,
    headers: { host: url.host, 'content-type': type, 'content-length': String(Buffer.byteLength(body)) },
    body,
  });
  const { region } = asking;
  const credentials = keys as AwsCredentialIdentity;
  const signer = new SignatureV4({ service: signingName, region, credentials, sha256: Sha256 });
  return signer.sign(request);
}

/** How a protocol writes a question. A REST operation has a path of its own: that of its name, in the service that we ask. */
function formOf({ protocol, operation, version }: Question, input: object) {
  if (protocol !== 'restJson') {
    return { path: '', type: 'application/x-www-form-urlencoded', body: `Action=${operation}&Version=${version}` };
  }
  const path = `/${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
  return { path, type: 'application/json', body: JSON.stringify(input) };
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
