import type { Reply } from '../http/reply.js';
import type { Waits } from '../latency/waits.js';
import { type Answer, firstBytes, lengthOf } from '../wire/answer.js';
import { ApiError } from '../wire/api-error.js';
import type { RequestFault } from './fault.js';

/** What a fault works on. */
export interface Delivery {
  readonly reply: Reply;
  /** The answer as it would be; made only when the fault lets some of it through. */
  readonly answer: () => Answer | Promise<Answer>;
  /** An error in the words of the service that was called. */
  readonly errorAnswer: (error: ApiError) => Answer;
  /** End when the cloud closes. */
  readonly waits: Waits;
}

type Deliver<K extends RequestFault['kind']> = (
  fault: Extract<RequestFault, { kind: K }>,
  delivery: Delivery,
) => void | Promise<void>;

const ways: { readonly [K in RequestFault['kind']]: Deliver<K> } = {
  silent: () => {},
  reset: (_, { reply }) => reply.reset(),
  error: (fault, { reply, errorAnswer }) => reply.send(errorAnswer(errorOf(fault))),
  errorEnvelope: (_, { reply, errorAnswer }) => reply.send({ ...errorAnswer(errorOf({})), status: 200 }),
  html: ({ status = 200 }, { reply }) => reply.send(webPage(status)),
  empty: async (_, { reply, answer }) =>
    reply.send({ ...(await answer()), status: 200, body: Buffer.alloc(0), content: undefined }),
  truncated: async ({ length = 'full' }, { reply, answer }) => truncate(reply, await answer(), length),
  stall: async (_, { reply, answer }) => stopHalfWay(reply, await answer(), 'hang'),
  drip: async ({ bytesPerSecond = 64 }, { reply, answer, waits }) =>
    reply.drip(await answer(), DRIP_BYTES, () => waits.wait((DRIP_BYTES * 1000) / bytesPerSecond)),
};

/** So many bytes go out at once: timers are too coarse for single ones. */
const DRIP_BYTES = 8;

/** Gives the answer in the way that the fault spoils it. */
export async function deliver(fault: RequestFault, delivery: Delivery): Promise<void> {
  await (ways[fault.kind] as Deliver<RequestFault['kind']>)(fault, delivery);
}

function errorOf({ status = 500, code, message }: Omit<Extract<RequestFault, { kind: 'error' }>, 'kind'>): ApiError {
  const usual =
    status === 503
      ? { code: 'Unavailable', message: 'The server is overloaded and can’t handle the request.' }
      : { code: 'InternalError', message: 'An internal error has occurred.' };
  if (code === undefined || code === usual.code) return new ApiError(usual.code, message ?? usual.message, status);
  // A code of the test's own: any sentence of AWS's might contradict it.
  return new ApiError(code, message ?? `A fault of the local cloud answers every such request with ${code}.`, status);
}

function webPage(status: number): Answer {
  const body = Buffer.from(
    '<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head><body><h1>Welcome</h1></body></html>\n',
  );
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

async function truncate(reply: Reply, answer: Answer, length: 'full' | 'half'): Promise<void> {
  if (length === 'full') await stopHalfWay(reply, answer, 'close');
  else reply.send(firstBytes(answer, Math.floor(lengthOf(answer) / 2)));
}

function stopHalfWay(reply: Reply, answer: Answer, then: 'close' | 'hang'): Promise<void> {
  return reply.sendPart(answer, Math.floor(lengthOf(answer) / 2), then);
}
