import { type Call, currentCall } from '../fanout/call.js';
import { operationNameOf } from './operation-name.js';
import { runSending } from './sending.js';
import { serviceWait } from './service-waits.js';
import { UnretriedError } from './unretried-error.js';

type Send = (command: unknown, options?: unknown, callback?: unknown) => unknown;

/** A client as far as its sending is concerned. */
interface Sends {
  readonly config: object;
  send: Send;
}

/**
 * Lets a client's requests end with the call of a set that they are made for: its signal goes where the SDK takes one, so that
 * a wait between two attempts ends too. Outside such a call the client does just what the SDK's does. In both, what sends
 * the request is told how long the service may wait before it answers.
 */
export function sendInCall(client: Sends): void {
  const { send } = client;
  const told: Send = (command, options, callback) => {
    const wait = waitOf(client, command);
    const call = currentCall();
    const takesNoOptions = call === undefined || typeof options === 'function' || typeof callback === 'function';
    return takesNoOptions
      ? runSending({ call: undefined, wait }, () => send.call(client, command, options, callback))
      : runSending({ call, wait }, () => sendFor(call, (signed) => send.call(client, command, signed), options));
  };
  Object.defineProperty(client, 'send', { value: told, configurable: true, writable: true });
}

async function sendFor(call: Call, send: (options: object) => unknown, options: unknown): Promise<unknown> {
  try {
    return await send(signalled(options, call.signal));
  } catch (thrown) {
    throw UnretriedError.carriedBy(thrown);
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
