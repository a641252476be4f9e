import { currentCall } from '../../fanout/call.js';
import { UnretriedError } from '../failures/unretried-error.js';
import { operationNameOf } from './operation-name.js';
import { OriginGuard } from './origin-guard.js';
import { runSending } from './sending.js';
import { serviceWait } from './service-waits.js';

type Send = (command: unknown, options?: unknown, callback?: unknown) => unknown;

/** A client as far as its sending is concerned. */
interface Sends {
  readonly config: object;
  send: Send;
}

/**
 * Lets a client's requests end with the call of a set that they are made for: its signal goes where the SDK takes one, so that
 * a wait between two attempts ends too, and nothing goes where a breaker is open. Outside such a call the client does just what
 * the SDK's does. In both, what sends the request is told how long the service may wait before it answers.
 */
export function sendInCall(client: Sends): void {
  const { send } = client;
  const told: Send = (command, options, callback) => {
    const wait = waitOf(client, command);
    const call = currentCall();
    const takesNoOptions = call === undefined || typeof options === 'function' || typeof callback === 'function';
    if (takesNoOptions) {
      const alone = { call: undefined, wait, guard: undefined };
      return runSending(alone, () => send.call(client, command, options, callback));
    }
    const guard = new OriginGuard(call, client.config);
    const sending = () => send.call(client, command, signalled(options, call.signal));
    return runSending({ call, wait, guard }, () => guarded(guard, sending));
  };
  Object.defineProperty(client, 'send', { value: told, configurable: true, writable: true });
}

async function guarded(guard: OriginGuard, send: () => unknown): Promise<unknown> {
  try {
    return await send();
  } catch (thrown) {
    throw UnretriedError.carriedBy(thrown);
  } finally {
    guard.end();
  }
}

function signalled(options: unknown, signal: AbortSignal): object {
  const given = (options ?? {}) as { readonly abortSignal?: AbortSignal };
  const both = given.abortSignal === undefined ? signal : AbortSignal.any([given.abortSignal, signal]);
  return { ...given, abortSignal: both };
}

function waitOf({ config }: Sends, command: unknown): number {
  const { serviceId } = config as { readonly serviceId?: unknown };
  if (typeof serviceId !== 'string' || typeof command !== 'object' || command === null) return 0;
  return serviceWait(serviceId, operationNameOf(command), (command as { readonly input?: unknown }).input);
}
