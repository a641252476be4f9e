import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { Clocks } from './clocks.js';
import { isConnecting, limitConnecting } from './connect-clock.js';
import { type Exchange, limitSilence } from './silence-clock.js';

/** What is known of a transfer whose time is over. */
export interface Over {
  readonly limit: 'connect' | 'silence';
  /** Those that it had. */
  readonly milliseconds: number;
  /** Whether any byte of an answer had come. */
  readonly answered: boolean;
  /** The answer, where its head has come. */
  readonly response: IncomingMessage | undefined;
}

/** Times and words for one transfer. */
export interface TransferTerms {
  readonly clocks: Clocks;
  /** Milliseconds that the operation may be silent beyond the clock, since the service may wait that long. */
  readonly wait: number;
  /** The error of a transfer that is over. */
  error(over: Over): Error;
  /** The request has waited that long for a connection, of which all are in use. It goes on waiting. */
  crowded(milliseconds: number): void;
}

const transfers = new AsyncLocalStorage<Transfer>();

/** The transfer that the code now running makes a request for. */
export function currentTransfer(): Transfer | undefined {
  return transfers.getStore();
}

/** One request and its answer, watched by the clocks from the socket to the last byte. */
export class Transfer {
  readonly #terms: TransferTerms;
  #connected = false;
  #reused = false;

  constructor(terms: TransferTerms) {
    this.#terms = terms;
  }

  /** Whether a connection stood, new or used before: a failure without one is a failure to connect. */
  get connected(): boolean {
    return this.#connected;
  }

  /** Whether it went by a connection that had been used before, which its other end may have closed meanwhile. */
  get reused(): boolean {
    return this.#reused;
  }

  /** Runs what makes the request. */
  run<R>(work: () => R): R {
    return transfers.run(this, work);
  }

  /** Puts the clocks on the request as soon as it has a socket. */
  watch(request: ClientRequest): void {
    const { connect } = this.#terms.clocks;
    const waiting = setTimeout(() => this.#terms.crowded(connect), connect).unref();
    request.once('close', () => clearTimeout(waiting));
    request.once('socket', (socket) => {
      clearTimeout(waiting);
      const before = { written: socket.bytesWritten, read: socket.bytesRead };
      if (isConnecting(socket)) this.#connect(request, socket, () => this.#exchange({ request, socket, before }));
      else {
        this.#reused = true;
        this.#exchange({ request, socket, before });
      }
    });
  }

  #connect(request: ClientRequest, socket: Socket, connected: () => void): void {
    const { connect: each, lookup } = this.#terms.clocks;
    const first = socket.connecting && isIP(request.host) === 0 ? lookup : each;
    const over = (milliseconds: number): void => {
      const error = this.#terms.error({ limit: 'connect', milliseconds, answered: false, response: undefined });
      request.destroy(error);
    };
    request.once('close', limitConnecting(socket, { first, each }, { over, connected }));
  }

  #exchange(exchange: Exchange): void {
    this.#connected = true;
    const { request, socket, before } = exchange;
    const { slowestUplink, silence } = this.#terms.clocks;
    const milliseconds = silence + this.#terms.wait;
    const over = (response: IncomingMessage | undefined): void => {
      const answered = socket.bytesRead > before.read;
      const error = this.#terms.error({ limit: 'silence', milliseconds, answered, response });
      // A request that is destroyed would tell whoever reads its answer of a reset instead.
      if (response === undefined) request.destroy(error);
      else response.destroy(error);
    };
    request.once('close', limitSilence(exchange, { milliseconds, slowestUplink, over }));
  }
}
