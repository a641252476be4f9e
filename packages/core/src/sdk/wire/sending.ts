import { AsyncLocalStorage } from 'node:async_hooks';
import { type Call, currentCall } from '../../fanout/call.js';
import type { OriginGuard } from './origin-guard.js';

/** One operation on its way through a client, with all the attempts that the client makes. */
export interface Sending {
  /** The call of a set that it is sent for. */
  readonly call: Call | undefined;
  /** Milliseconds that the service may wait before it answers. */
  readonly wait: number;
  /** What lets its requests through, where it is sent for a call of a set. */
  readonly guard: OriginGuard | undefined;
}

const sendings = new AsyncLocalStorage<Sending>();

/** The operation that the code now running sends. */
export function currentSending(): Sending | undefined {
  const sending = sendings.getStore();
  // What many calls share runs outside of them all, and so outside of what one of them sends.
  return sending?.call === undefined || sending.call === currentCall() ? sending : undefined;
}

/** Runs `work` as the sending of one operation. */
export function runSending<R>(sending: Sending, work: () => R): R {
  return sendings.run(sending, work);
}
