import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { deliver } from '../faults/deliver.js';
import type { RequestFault } from '../faults/fault.js';
import { guardHost, guardOrigin } from '../http/caller-guard.js';
import { HttpRefusal } from '../http/http-refusal.js';
import { receiveHead, receiveWhole } from '../http/receive.js';
import type { ReceivedRequest } from '../http/received-request.js';
import { Reply } from '../http/reply.js';
import { latencyOf } from '../latency/latency.js';
import { Waits } from '../latency/waits.js';
import type { Caller, Invocation } from '../services/service.js';
import type { Answer } from '../wire/answer.js';
import { ApiError } from '../wire/api-error.js';
import { admit, type Exchange } from './admit.js';
import type { CloudState } from './cloud-state.js';
import { type Route, route, routeByHead } from './route.js';

/** The way of a request: guarded, read, routed, logged; then answered, spoiled or not, when its latency is over. */
export class Gateway {
  readonly #state: CloudState;
  readonly #waits = new Waits();

  constructor(state: CloudState) {
    this.#state = state;
  }

  /** Ends every wait; what was not answered stays so. */
  close(): Promise<void> {
    this.#waits.end();
    return this.#state.services.close();
  }

  /** Takes one request. Never rejects. */
  async handle(message: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
    try {
      guardHost(message.headers, port);
      const head = receiveHead(message);
      const known = routeByHead(head, this.#state);
      // Pages of other origins may see of a bucket what its owner lets them: its service knows.
      if (!known) guardOrigin(message.headers, port);
      const request = known ? head : await receiveWhole(head);
      // What is left of a body that nobody wants would stand in the way of the next request.
      if (known) response.once('finish', () => message.resume());
      await this.#serve(request, known ?? route(request, this.#state), new Reply(response));
    } catch (error) {
      refuse(response, error);
    }
  }

  async #serve(request: ReceivedRequest, way: Route, reply: Reply): Promise<void> {
    const requestId = randomUUID();
    const invocation = read(way, request);
    const action = invocation instanceof ApiError ? undefined : invocation.action;
    this.#log(way, action);
    const fault = this.#fault(way, action);
    const answer = (): Answer | Promise<Answer> => this.#answer({ request, way, requestId, reply }, invocation);
    if (!fault) {
      const made = answer();
      const whole = await made;
      if (await this.#wait(way, request, made instanceof Promise)) reply.send(whole);
      return;
    }
    if (!(await this.#wait(way, request, false))) return;
    await deliver(fault, {
      reply,
      answer,
      errorAnswer: (error) => way.service.errorAnswer(error, requestId, request),
      waits: this.#waits,
    });
  }

  #answer(exchange: Exchange, invocation: Invocation | ApiError): Answer | Promise<Answer> {
    const { request, way, requestId } = exchange;
    const failed = (error: unknown): Answer => {
      if (error instanceof ApiError) return way.service.errorAnswer(error, requestId, request);
      throw error;
    };
    try {
      const caller = admit(exchange, this.#state);
      if (invocation instanceof ApiError) throw invocation;
      if (!this.#admits(caller, invocation)) throw way.service.throttled();
      const made = invocation.answer(caller);
      return made instanceof Promise ? made.catch(failed) : made;
    } catch (error) {
      return failed(error);
    }
  }

  #admits(caller: Caller, { bucket }: Invocation): boolean {
    const { throttle } = this.#state;
    if (!throttle) return true;
    return throttle.admits(
      caller.account.id,
      caller.region.name,
      typeof bucket === 'function' ? bucket(caller) : bucket,
    );
  }

  #log(way: Route, action: string | undefined): void {
    const key = way.claim?.accessKeyId;
    const signer = this.#state.accounts.find(({ credentials }) => credentials.accessKeyId === key)?.id;
    const account = way.account ?? signer;
    this.#state.log.add({ at: new Date(), service: way.service.name, region: way.region, account, action });
  }

  /** At the common address a region that takes no connections can only drop them, or leave them unanswered. */
  #fault(way: Route, action: string | undefined): RequestFault | undefined {
    const { faults, places } = this.#state;
    if (way.region === undefined || !places.has(way.region)) return undefined;
    if (faults.holds(way.region, 'refused')) return { kind: 'reset' };
    if (faults.holds(way.region, 'unaccepted')) return { kind: 'silent' };
    return faults.strike(way.region, action);
  }

  /**
   * Counted from the arrival, so that the work of answering does not add to it. An answer that was `held` back, as a long
   * poll's is, has its own way back before it.
   */
  #wait(way: Route, request: ReceivedRequest, held: boolean): Promise<boolean> {
    if (way.region === undefined) return Promise.resolve(true);
    const whole = latencyOf(this.#state.latency, way.region);
    const over = performance.now() - request.receivedAt;
    return this.#waits.wait(Math.max(whole - over, held ? whole / 2 : 0));
  }
}

function read(way: Route, request: ReceivedRequest): Invocation | ApiError {
  try {
    return way.service.read(request);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, message } = error instanceof HttpRefusal ? error : { status: 500, message: String(error) };
  // Closed, since what is left of a body that was not read would be taken for the next request.
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${message}\n`);
}
