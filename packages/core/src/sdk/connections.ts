import { currentCall } from '../fanout/call.js';
import { DisposedError } from './disposed-error.js';
import { traceRequest } from './request-trace.js';

/** What sends requests: the SDK's handler interface as far as core uses it. */
export interface WireHandler {
  readonly metadata?: { readonly handlerProtocol: string } | undefined;
  handle(
    request: object,
    options?: { readonly abortSignal?: AbortSignal },
  ): Promise<{ readonly response: { readonly statusCode?: number } }>;
  destroy?(): void;
}

/** How long one address of a host may take to connect before the next is tried. Node's own 250 ms fail far dual-stack regions. */
const addressAttemptTimeout = 2_500;

/**
 * The connections that all clients of a set share. The handler is loaded with the first request. Its `destroy` does nothing,
 * since a client calls it when it goes, and the others still need the connections: {@link Connections.close} closes them.
 */
export class Connections {
  readonly handler: WireHandler;
  #opened: Promise<WireHandler> | undefined;
  #closed = false;

  constructor() {
    this.handler = this.#shared({ handlerProtocol: 'http/1.1' }, () => this.#open());
  }

  /** The same over a handler that somebody else has made, and will end. */
  over(given: WireHandler): WireHandler {
    return this.#shared(given.metadata, async () => given);
  }

  /** Closes every connection; from now on, each request is a `DisposedError`. */
  async close(): Promise<void> {
    this.#closed = true;
    (await this.#opened)?.destroy?.();
  }

  #shared(metadata: WireHandler['metadata'], open: () => Promise<WireHandler>): WireHandler {
    return {
      metadata,
      handle: async (request, options) => {
        const call = currentCall();
        if (call !== undefined) call.requests += 1;
        const handler = await open();
        if (this.#closed) throw new DisposedError();
        const send = () => handler.handle(request, options);
        try {
          return await (call === undefined ? send() : traceRequest(call, send));
        } catch (cause) {
          throw this.#closed ? new DisposedError({ cause }) : cause;
        }
      },
      destroy: () => undefined,
    };
  }

  #open(): Promise<WireHandler> {
    this.#opened ??= load();
    return this.#opened;
  }
}

async function load(): Promise<WireHandler> {
  const [{ NodeHttpHandler }, http, https] = await Promise.all([
    import('@smithy/node-http-handler'),
    import('node:http'),
    import('node:https'),
  ]);
  const shared = { keepAlive: true, maxSockets: 50, autoSelectFamilyAttemptTimeout: addressAttemptTimeout };
  const agents = { httpAgent: new http.Agent(shared), httpsAgent: new https.Agent(shared) };
  return new NodeHttpHandler(agents) as WireHandler;
}
