import { errorMonitor } from 'node:events';
import type { LookupFunction } from 'node:net';
import { ServiceSetError } from '../../errors/service-set-error.js';
import { isTimeOverError } from '../../errors/time-over-error.js';
import { currentCall, noteTrouble } from '../../fanout/call.js';
import { isBreakerOpenError } from '../../guards/breaker-open-error.js';
import { type Clocks, defaultClocks } from '../../guards/clocks.js';
import { Transfer } from '../../guards/transfer.js';
import { presentable } from '../failures/clean-error.js';
import { overError } from '../failures/over-error.js';
import { UnretriedError } from '../failures/unretried-error.js';
import { noteWireError } from '../failures/wire-errors.js';
import { DisposedError } from '../set/disposed-error.js';
import { type HandlerOptions, type HandlerTerms, hasOwnAgent, loadHandler } from './load-handler.js';
import type { OriginGuard } from './origin-guard.js';
import { traceRequest } from './request-trace.js';
import { currentSending } from './sending.js';

/** What sends requests: the SDK's handler interface as far as core uses it. */
export interface WireHandler {
  readonly metadata?: { readonly handlerProtocol: string } | undefined;
  handle(
    request: object,
    options?: HandleOptions,
  ): Promise<{ readonly response: { readonly statusCode?: number; readonly body?: unknown } }>;
  destroy?(): void;
}

interface HandleOptions {
  readonly abortSignal?: AbortSignal;
}

type Handle = WireHandler['handle'];

/**
 * The connections that all clients of a set share, under the clocks. The handler is loaded with the first request. Its `destroy` does
 * nothing, since a client calls it when it goes, and the others still need the connections: {@link Connections.close} closes them.
 */
export class Connections {
  readonly handler: WireHandler;
  readonly #terms: HandlerTerms;
  readonly #opened: Promise<WireHandler>[] = [];
  readonly #configured = new Map<HandlerOptions, WireHandler>();
  #closed = false;

  /** Clocks and look-up of others than the defaults are for tests. */
  constructor({ clocks = defaultClocks, lookup }: { clocks?: Clocks; lookup?: LookupFunction | undefined } = {}) {
    this.#terms = { clocks, lookup };
    this.handler = this.#ours(true, () => loadHandler(this.#terms));
  }

  /**
   * What a client's `requestHandler` may be: none; a handler that somebody else has made and will end, which has no clocks, since how it
   * connects is its own affair; or options, of which one is made that ends with the set.
   */
  for(given: WireHandler | HandlerOptions | undefined): WireHandler {
    if (given === undefined) return this.handler;
    if (isHandler(given)) {
      return this.#shared(given.metadata, (request, options) => traced(() => given.handle(request, options)));
    }
    const known = this.#configured.get(given);
    if (known !== undefined) return known;
    const made = this.#ours(!hasOwnAgent(given), () => loadHandler(this.#terms, given));
    this.#configured.set(given, made);
    return made;
  }

  /** Closes every connection; from now on, each request is a `DisposedError`. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const handler of await Promise.all(this.#opened)) handler.destroy?.();
  }

  #shared(metadata: WireHandler['metadata'], handle: Handle): WireHandler {
    return {
      metadata,
      handle: async (request, options) => {
        if (this.#closed) throw new DisposedError();
        const { guard } = currentSending() ?? {};
        if (guard !== undefined) await admit(guard, request);
        const call = currentCall();
        if (call !== undefined) call.requests += 1;
        try {
          const answer = await handle(request, options);
          guard?.answered();
          noteBodyErrors(answer.response);
          return answer;
        } catch (thrown) {
          const cause = UnretriedError.carriedBy(thrown);
          noteWireError(cause);
          if (this.#closed) throw new DisposedError({ cause });
          guard?.failed(cause);
          if (call !== undefined) noteTrouble(call, presentable(cause));
          throw thrown;
        }
      },
      destroy: () => undefined,
    };
  }

  async #watched(handler: WireHandler, ...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const { call, wait = 0, guard } = currentSending() ?? {};
    const transfer = new Transfer({
      clocks: this.#terms.clocks,
      wait: Math.max(wait, (call?.limits.patience ?? 0) - this.#terms.clocks.silence),
      error: (over) => overError(over, hostOf(request), call === undefined),
      crowded: (waited) => {
        if (call !== undefined) noteTrouble(call, crowdedError(hostOf(request), waited));
      },
    });
    try {
      return await traced(() => transfer.run(() => handler.handle(request, options)));
    } catch (cause) {
      // An idle connection that was closed while the request was on its way.
      if (transfer.reused && !isTimeOverError(cause)) guard?.excuse(cause);
      const isLast = call !== undefined && options?.abortSignal?.aborted !== true && isFinal(cause, transfer);
      throw isLast ? new UnretriedError(cause) : cause;
    }
  }

  /** A handler of this set's, loaded with the first request; where its agents are somebody else's, without the clocks. */
  #ours(isWatched: boolean, load: () => Promise<WireHandler>): WireHandler {
    let loaded: Promise<WireHandler> | undefined;
    return this.#shared({ handlerProtocol: 'http/1.1' }, async (request, options) => {
      if (loaded === undefined) {
        loaded = load();
        this.#opened.push(loaded);
      }
      const handler = await loaded;
      if (this.#closed) throw new DisposedError();
      return isWatched ? this.#watched(handler, request, options) : traced(() => handler.handle(request, options));
    });
  }
}

/** Whether what was given is a handler, and not the options of one. */
function isHandler(given: WireHandler | HandlerOptions): given is WireHandler {
  return typeof (given as Partial<WireHandler>).handle === 'function';
}

/** Sends the request of the current call, and lets those who listen know. */
function traced(send: () => ReturnType<Handle>): ReturnType<Handle> {
  const call = currentCall();
  return call === undefined ? send() : traceRequest(call, send);
}

/** Notes what a body breaks off with, whoever reads it. */
function noteBodyErrors({ body }: { readonly body?: unknown }): void {
  const { once } = (body ?? {}) as { readonly once?: (event: symbol, listener: (error: unknown) => void) => void };
  if (typeof once === 'function') once.call(body, errorMonitor, noteWireError);
}

/** Why a request does not even begin. */
function crowdedError(host: string, waited: number): ServiceSetError {
  return new ServiceSetError(
    `for ${waited} ms no connection to ${host} was free; an answer's body that is not read to its end keeps its own`,
  );
}

/** Whether trying again would only take the same time again. */
function isFinal(cause: unknown, transfer: Transfer): cause is Error {
  return cause instanceof Error && (!transfer.connected || isTimeOverError(cause));
}

async function admit(guard: OriginGuard, request: object): Promise<void> {
  const { protocol } = request as { readonly protocol?: string };
  try {
    await guard.admit(`${protocol}//${hostOf(request)}`);
  } catch (open) {
    throw isBreakerOpenError(open) ? new UnretriedError(open) : open;
  }
}

function hostOf(request: object): string {
  const { hostname, port } = request as { readonly hostname?: string; readonly port?: number };
  return port === undefined ? String(hostname) : `${hostname}:${port}`;
}
