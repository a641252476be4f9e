import { checkBodies } from '../answers/body-check.js';
import { sendInCall } from '../wire/send-in-call.js';

/** A client of the SDK, as far as core looks into one. */
export interface SdkClient {
  readonly config: object;
  readonly middlewareStack: object;
  send(command: unknown, options?: unknown, callback?: unknown): unknown;
  destroy(): void;
}

/** Whether a class looks like one of the SDK's clients; only what it makes shows for certain. */
export function looksLikeClient({ prototype }: { readonly prototype: object }): boolean {
  const { send, destroy } = prototype as Partial<SdkClient>;
  return typeof send === 'function' && typeof destroy === 'function';
}

/** Whether a service is a client of the SDK, or derived from one. */
export function isSdkClient(service: object): service is SdkClient {
  const { send, destroy, config, middlewareStack } = service as Partial<SdkClient>;
  const isClient = typeof send === 'function' && typeof destroy === 'function';
  return isClient && typeof config === 'object' && typeof middlewareStack === 'object';
}

/** The name that a client signs for, such as `ec2`. */
export function signingNameOf(client: SdkClient): string | undefined {
  const { defaultSigningName } = client.config as { defaultSigningName?: unknown };
  return typeof defaultSigningName === 'string' ? defaultSigningName : undefined;
}

const bound = new WeakSet<object>();

/** Makes an SDK client obey the calls of sets that it is used in: ended with them, its answers checked. Once is enough. */
export function bindToCalls<S extends object>(service: S): S {
  if (!isSdkClient(service) || bound.has(service)) return service;
  bound.add(service);
  sendInCall(service);
  checkBodies(service);
  return service;
}
