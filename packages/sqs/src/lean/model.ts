import { isPlain, onChange } from './plain-stack.js';
import type { ClientConfig, Context, HttpRequest, Middleware, SdkCommand, Stack } from './sdk-parts.js';
import { Signer } from './signer.js';

/** Headers that each request has its own of. */
export const invocationId = 'amz-sdk-invocation-id';
const varying = [invocationId, 'amz-sdk-request', 'content-length'];

/** How the requests of one operation of one client look, learned from one that the SDK made. */
export interface Model {
  readonly request: HttpRequest;
  readonly signer: Signer;
  /** Tells the client's retry quota of a success, as the SDK does. */
  succeeded(): void;
}

/** What the SDK was seen to send. */
export interface Seen {
  request: HttpRequest | undefined;
  context: Context | undefined;
}

interface StandardRetries {
  readonly mode?: string;
  acquireInitialRetryToken(scope: string): Promise<unknown>;
  recordSuccess(token: unknown): void;
}

const models = new WeakMap<ClientConfig, Map<string, Model>>();
const watched = new WeakSet<Stack>();

/** What is known of the operation's requests by this client. */
export function modelOf(config: ClientConfig, operation: string): Model | undefined {
  return models.get(config)?.get(operation);
}

/** Looks at the request that the SDK is about to sign for a command. */
export function see({ middlewareStack }: SdkCommand): Seen {
  const seen: Seen = { request: undefined, context: undefined };
  const seeing: Middleware = (next, context) => (args) => {
    if (args.request !== undefined) seen.request = { ...args.request, headers: { ...args.request.headers } };
    seen.context = context;
    return next(args);
  };
  middlewareStack.addRelativeTo(seeing, {
    name: 'seeRequest',
    relation: 'before',
    toMiddleware: 'httpSigningMiddleware',
  });
  return seen;
}

/** Learns from what was seen, unless the client does anything that the short way would leave out. */
export async function learn(
  operation: string,
  { request, context }: Seen,
  client: { readonly config: ClientConfig; readonly stack: Stack; readonly whole: Stack },
): Promise<void> {
  const { config, stack, whole } = client;
  const { schemeId, signingProperties } = context?.__smithy_context?.selectedHttpAuthScheme?.httpAuthOption ?? {};
  const { name: service, region } = signingProperties ?? {};
  if (request === undefined || service === undefined || region === undefined || schemeId !== 'aws.auth#sigv4') return;
  if (!isPlain(whole) || !(await isUsual(config)) || Object.keys(request.query).length > 0) return;
  const retries = (await config.retryStrategy()) as StandardRetries;
  if (retries.mode !== 'standard') return;
  const token = await retries.acquireInitialRetryToken('');
  const signer = new Signer(request, { region, service }, varying);
  const model: Model = { request, signer, succeeded: () => retries.recordSuccess(token) };
  if (!watched.has(stack)) {
    watched.add(stack);
    onChange(stack, () => models.delete(config));
  }
  const known = models.get(config) ?? new Map<string, Model>();
  models.set(config, known.set(operation, model));
}

/** Whether the client speaks JSON and signs as the SDK's own do. */
async function isUsual({ protocol, useQueueUrlAsEndpoint, signer }: ClientConfig): Promise<boolean> {
  if (protocol?.getShapeId?.() !== 'aws.protocols#awsJson1_0' || useQueueUrlAsEndpoint !== false) return false;
  const { constructor: made } = await signer();
  return made.name === 'SignatureV4';
}
