import { currentCall } from '../fanout/call.js';
import { type Expected, isWebPage, wrongBody } from './body-findings.js';
import { type AnswerMetadata, UnexpectedBodyError } from './unexpected-body-error.js';

/** What core needs of an SDK client's protocol, whichever copy of the SDK's core it comes from. */
interface Protocol {
  getShapeId(): string;
  deserializeResponse(operation: Operation, context: Context, response: Response): Promise<unknown>;
}
interface Operation {
  readonly name: string;
  readonly output: unknown;
}
interface Context {
  streamCollector(body: unknown): Promise<Uint8Array>;
}
interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: unknown;
}

const formats: Readonly<Record<string, Expected['format']>> = {
  'aws.protocols#ec2Query': 'query',
  'aws.protocols#awsQuery': 'query',
  'aws.protocols#restXml': 'restXml',
  'aws.protocols#restJson1': 'json',
  'aws.protocols#awsJson1_0': 'json',
  'aws.protocols#awsJson1_1': 'json',
};

/** Checks, for the calls of a set, that what the client's answers say is the operation's own before the SDK decodes it. */
export function checkBodies(client: { readonly config: { protocol?: Protocol } }): void {
  const { protocol } = client.config;
  if (typeof protocol?.deserializeResponse !== 'function') return;
  const format = formats[protocol.getShapeId()];
  if (format === undefined) return;
  const deserializeResponse: Protocol['deserializeResponse'] = async (operation, context, response) => {
    if (currentCall() !== undefined) await checkBody(format, operation, context, response);
    return protocol.deserializeResponse(operation, context, response);
  };
  client.config.protocol = Object.create(protocol, { deserializeResponse: { value: deserializeResponse } });
}

async function checkBody(
  format: Expected['format'],
  operation: Operation,
  context: Context,
  response: Response,
): Promise<void> {
  const members = await bodyMembers(operation.output);
  if (members === undefined) return;
  const bytes =
    response.body instanceof Uint8Array
      ? response.body
      : await context.streamCollector(response.body ?? new Uint8Array());
  response.body = bytes;
  const name = operation.name.split('#').pop() ?? operation.name;
  const found =
    response.statusCode < 300
      ? wrongBody(bytes, expected(format, name, members, response))
      : isWebPage(bytes)
        ? 'html'
        : undefined;
  if (found !== undefined) throw new UnexpectedBodyError(name, found, metadataOf(response));
}

function expected(
  format: Expected['format'],
  operation: string,
  members: readonly string[],
  response: Response,
): Expected {
  return { format, operation, members, namesRequest: requestIdOf(response) !== undefined };
}

function metadataOf(response: Response): AnswerMetadata {
  return { httpStatusCode: response.statusCode, requestId: requestIdOf(response) };
}

function requestIdOf({ headers }: Response): string | undefined {
  return Object.entries(headers).find(([name]) => /^x-amzn?-request-?id$/i.test(name))?.[1];
}

const memberLists = new WeakMap<object, readonly string[] | undefined>();

/** The names of the members that an operation's body has; `undefined` when the body is a payload of the caller's own, or a stream. */
async function bodyMembers(output: unknown): Promise<readonly string[] | undefined> {
  if (!isSchemaObject(output)) return readMembers(output);
  if (!memberLists.has(output)) memberLists.set(output, await readMembers(output));
  return memberLists.get(output);
}

function isSchemaObject(output: unknown): output is object {
  return (typeof output === 'object' && output !== null) || typeof output === 'function';
}

async function readMembers(output: unknown): Promise<readonly string[] | undefined> {
  const { NormalizedSchema } = await import('@smithy/core/schema');
  const schema = NormalizedSchema.of(output as never);
  if (!schema.isStructSchema()) return [];
  const names: string[] = [];
  for (const [name, member] of schema.structIterator()) {
    const { httpPayload, httpHeader, httpPrefixHeaders, httpResponseCode, jsonName } = member.getMergedTraits();
    if (httpPayload !== undefined) return undefined;
    if (httpHeader === undefined && httpPrefixHeaders === undefined && httpResponseCode === undefined)
      names.push(jsonName ?? name);
  }
  return names;
}
