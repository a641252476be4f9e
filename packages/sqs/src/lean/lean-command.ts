import { randomUUID } from 'node:crypto';
import type { SQS } from '@aws-sdk/client-sqs';
import { type First, hand } from './first-answer.js';
import { invocationId, learn, type Model, modelOf, see } from './model.js';
import { brokenBody, readBody } from './read-body.js';
import type { ClientConfig, Handler, HttpRequest, HttpResponse, SdkCommand, SendOptions, Stack } from './sdk-parts.js';
import { ownTurn } from './turns.js';

/** An operation that goes the short way. */
export interface LeanOperation<I, O> {
  /** The SDK's name of it. */
  readonly name: string;
  /** The SDK's own command, which goes first, and wherever the short way cannot. */
  command(input: I): object;
  /** The output in a good answer; `undefined` where it is for the SDK to say what is wrong with it. */
  read(answer: object, config: ClientConfig): O | undefined;
}

/**
 * A command for a client's own `send`: the client's connections, credentials, clocks and breakers serve it, but the request is made after
 * the pattern of the SDK's first one and the answer is read as the JSON that it is. Whatever is not a plain good answer is handed to
 * the SDK as the outcome of its first attempt, so that errors, retries and renewed credentials are the SDK's alone.
 */
class LeanCommand<I extends object, O extends object> {
  readonly input: I;
  /** What tells the operation's name. */
  readonly schema: readonly unknown[];
  readonly #operation: LeanOperation<I, O>;

  constructor(operation: LeanOperation<I, O>, input: I) {
    this.#operation = operation;
    this.input = input;
    this.schema = [9, 'com.amazonaws.sqs', operation.name];
  }

  /** Called by the client, as of any command. */
  resolveMiddleware(stack: Stack, config: ClientConfig, options: SendOptions = {}): Handler {
    const client = { stack, config, options };
    return (command) => (command as LeanCommand<I, O>).#go(client);
  }

  #go(client: Client): ReturnType<Handler> {
    const model = modelOf(client.config, this.#operation.name);
    return model === undefined ? this.#first(client) : this.#send(model, client);
  }

  /** By the SDK, and learns how. */
  async #first({ stack, config, options }: Client): ReturnType<Handler> {
    const command = this.#operation.command(this.input) as SdkCommand;
    const seen = see(command);
    const answer = await command.resolveMiddleware(stack, config, options)(command);
    await learn(this.#operation.name, seen, { config, stack, whole: stack.concat(command.middlewareStack) });
    return answer;
  }

  async #send(model: Model, client: Client): ReturnType<Handler> {
    const first = await this.#attempt(model, client);
    if (!('output' in first)) return this.#handOver(first, client);
    model.succeeded();
    return first;
  }

  async #attempt(model: Model, { config, options }: Client): Promise<{ readonly output: O } | First> {
    const request = await signedRequest(model, JSON.stringify(this.input), config);
    try {
      const { response } = await config.requestHandler.handle(request, options);
      return await this.#outputOf(response, config);
    } catch (error) {
      return { error };
    }
  }

  async #outputOf(response: HttpResponse, config: ClientConfig): Promise<{ readonly output: O } | First> {
    let bytes: Uint8Array | undefined;
    try {
      bytes = await readBody(response.body);
    } catch (error) {
      return { response: { ...response, body: brokenBody(error as Error) } };
    }
    if (bytes === undefined) return { response };
    await ownTurn();
    const output = response.statusCode === 200 ? this.#read(bytes, response, config) : undefined;
    return output === undefined ? { response: { ...response, body: bytes } } : { output };
  }

  #read(bytes: Uint8Array, { headers }: HttpResponse, config: ClientConfig): O | undefined {
    const answer = jsonOf(bytes);
    const output = answer && this.#operation.read(answer, config);
    if (output === undefined) return undefined;
    const $metadata = { httpStatusCode: 200, requestId: headers['x-amzn-requestid'], attempts: 1, totalRetryDelay: 0 };
    return Object.assign(output, { $metadata });
  }

  #handOver(first: First, { stack, config, options }: Client): ReturnType<Handler> {
    const command = this.#operation.command(this.input) as SdkCommand;
    hand(command, first);
    return command.resolveMiddleware(stack, config, options)(command);
  }
}

/** Sends it by the client, as its own method of the operation would. */
export function sendLean<I extends object, O extends object>(
  native: SQS,
  operation: LeanOperation<I, O>,
  input: I,
): Promise<O> {
  const answer: object = native.send(new LeanCommand(operation, input) as never);
  return answer as Promise<O>;
}

interface Client {
  readonly stack: Stack;
  readonly config: ClientConfig;
  readonly options: SendOptions;
}

/** A request like the one that the SDK made, with its own body, signed. */
async function signedRequest({ request, signer }: Model, body: string, config: ClientConfig): Promise<HttpRequest> {
  const keys = await config.credentials();
  const offset = (await config.disableClockSkewCorrection?.()) === true ? 0 : (config.systemClockOffset ?? 0);
  const headers = {
    ...request.headers,
    [invocationId]: randomUUID(),
    'content-length': String(Buffer.byteLength(body)),
    ...signer.sign(body, keys, new Date(Date.now() + offset)),
  };
  return Object.assign(Object.create(Object.getPrototypeOf(request)) as object, request, { headers, body });
}

function jsonOf(bytes: Uint8Array): object | undefined {
  try {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}
