import { currentCall, noteTrouble, spending } from '../../fanout/call.js';
import { presentable } from '../failures/clean-error.js';
import { isTransportError } from '../failures/transport-errors.js';
import { type Expected, wrongBody, wrongErrorBody } from './body-findings.js';
import { bodyMembers } from './body-members.js';
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
    const decode = () => protocol.deserializeResponse(operation, context, response);
    const call = currentCall();
    if (call === undefined || isForTheCaller(operation, response)) return decode();
    const bytes = await spending(call, 'wire', () => bytesOf(operation, response, context));
    return spending(call, 'decode', async () => {
      try {
        checkBody(format, operation, bytes, response);
        const output = await decode();
        noteTrouble(call, undefined);
        return output;
      } catch (error) {
        noteTrouble(call, presentable(error));
        throw error;
      }
    });
  };
  client.config.protocol = Object.create(protocol, { deserializeResponse: { value: deserializeResponse } });
}

/** Whether the body is the caller's, who may want it as it comes. */
function isForTheCaller({ output }: Operation, { statusCode }: Response): boolean {
  return statusCode < 300 && bodyMembers(output) === undefined;
}

function checkBody(format: Expected['format'], operation: Operation, bytes: Uint8Array, response: Response): void {
  const name = nameOf(operation);
  const namesRequest = requestIdOf(response) !== undefined;
  const found =
    response.statusCode < 300
      ? wrongBody(bytes, { format, operation: name, members: bodyMembers(operation.output) ?? [], namesRequest })
      : wrongErrorBody(bytes, format);
  if (found !== undefined) throw new UnexpectedBodyError(name, found, metadataOf(response));
}

/** The whole body, left in the answer for the SDK, which takes bytes as well as a stream. */
async function bytesOf(operation: Operation, response: Response, context: Context): Promise<Uint8Array> {
  const { body } = response;
  if (body instanceof Uint8Array) return body;
  try {
    const bytes = await context.streamCollector(body ?? new Uint8Array());
    response.body = bytes;
    return bytes;
  } catch (cause) {
    if (!isTransportError(cause)) throw cause;
    throw new UnexpectedBodyError(nameOf(operation), 'cut short', metadataOf(response), { cause });
  }
}

function nameOf({ name }: Operation): string {
  return name.split('#').pop() ?? name;
}

function metadataOf(response: Response): AnswerMetadata {
  return { httpStatusCode: response.statusCode, requestId: requestIdOf(response) };
}

function requestIdOf({ headers }: Response): string | undefined {
  return Object.entries(headers).find(([name]) => /^x-amzn?-request-?id$/i.test(name))?.[1];
}
