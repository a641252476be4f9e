import { currentCall } from '../fanout/call.js';

type Send = (command: unknown, options?: unknown, callback?: unknown) => unknown;

/**
 * Lets a client's requests end with the call of a set that they are made for: its signal goes where the SDK takes one, so that
 * a wait between two attempts ends too. Outside such a call the client does just what the SDK's does.
 */
export function cancelWithCall(client: { send: Send }): void {
  const { send } = client;
  const withSignal: Send = (command, options, callback) => {
    const call = currentCall();
    const takesNoOptions = call === undefined || typeof options === 'function' || typeof callback === 'function';
    return takesNoOptions
      ? send.call(client, command, options, callback)
      : send.call(client, command, signalled(options, call.signal));
  };
  Object.defineProperty(client, 'send', { value: withSignal, configurable: true, writable: true });
}

function signalled(options: unknown, signal: AbortSignal): object {
  const given = (options ?? {}) as { readonly abortSignal?: AbortSignal };
  const both = given.abortSignal === undefined ? signal : AbortSignal.any([given.abortSignal, signal]);
  return { ...given, abortSignal: both };
}
