import type { Target } from '../targets/target.js';
import { checkBodies } from './body-check.js';
import { cancelWithCall } from './cancel-with-call.js';
import type { WireHandler } from './connections.js';
import type { ServiceSetOptions } from './options.js';
import type { SharedCredentials } from './shared-credentials.js';

/** A class whose instances are made from a configuration. */
export type ClientClass = new (config: never) => object;

/** Options with the client's own configuration as plain members. */
export type ClientOptions = ServiceSetOptions<Record<string, unknown>>;

/** What all clients of a set share. */
export interface Shared {
  readonly credentials: SharedCredentials;
  readonly handler: WireHandler;
}

/** Takes the place of the SDK's own silent logger: without an `info`, the SDK does not copy every answer for a log that nobody reads. */
const silent = { trace: nothing, debug: nothing, warn: nothing, error: nothing };

/** A client of one region, on the set's connections and credentials. */
export function makeClient(Class: ClientClass, target: Target, options: ClientOptions, shared: Shared): object {
  const { config, endpoint } = options;
  const client = new Class({
    ...sharedConfig(Class, options, shared),
    region: target.region,
    ...(endpoint === undefined ? {} : { endpoint: typeof endpoint === 'function' ? endpoint(target) : endpoint }),
    ...(typeof config === 'function' ? config(target) : config),
  } as never);
  if (isSdkClient(Class)) {
    cancelWithCall(client as never);
    checkBodies(client as never);
  }
  return client;
}

function sharedConfig(Class: ClientClass, { credentials }: ClientOptions, shared: Shared): Record<string, unknown> {
  if (!isSdkClient(Class)) return credentials === undefined ? {} : { credentials };
  return { credentials: shared.credentials.provider, requestHandler: shared.handler, logger: silent };
}

/** Whether the class is one of the SDK's clients, or derived from one. */
export function isSdkClient(Class: ClientClass): boolean {
  const { send, destroy } = Class.prototype as { send?: unknown; destroy?: unknown };
  return typeof send === 'function' && typeof destroy === 'function';
}

/** The name that an SDK client signs for, such as `ec2`. */
export function signingNameOf(client: object): string | undefined {
  const { config } = client as { config?: { defaultSigningName?: unknown } };
  return typeof config?.defaultSigningName === 'string' ? config.defaultSigningName : undefined;
}

function nothing(): void {}
