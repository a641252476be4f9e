import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { currentCall } from '../fanout/call.js';

/** What sends requests: the SDK's handler interface as far as core uses it. */
export interface WireHandler {
  readonly metadata?: { readonly handlerProtocol: string } | undefined;
  handle(request: object, options?: { readonly abortSignal?: AbortSignal }): Promise<{ readonly response: object }>;
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
  #agents: readonly (HttpAgent | HttpsAgent)[] = [];

  constructor() {
    this.handler = {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: async (request, options) => {
        const call = currentCall();
        if (call !== undefined) call.requests += 1;
        const handler = await this.#open();
        return handler.handle(request, options);
      },
      destroy: () => undefined,
    };
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    const opened = await this.#opened;
    opened?.destroy?.();
    for (const agent of this.#agents) agent.destroy();
  }

  #open(): Promise<WireHandler> {
    this.#opened ??= this.#load();
    return this.#opened;
  }

  async #load(): Promise<WireHandler> {
    const [{ NodeHttpHandler }, http, https] = await Promise.all([
      import('@smithy/node-http-handler'),
      import('node:http'),
      import('node:https'),
    ]);
    const shared = { keepAlive: true, maxSockets: 50, autoSelectFamilyAttemptTimeout: addressAttemptTimeout };
    const httpAgent = new http.Agent(shared);
    const httpsAgent = new https.Agent(shared);
    this.#agents = [httpAgent, httpsAgent];
    return new NodeHttpHandler({ httpAgent, httpsAgent }) as WireHandler;
  }
}
