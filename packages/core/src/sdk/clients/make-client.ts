import type { Target } from '../../targets/target.js';
import { renewExpired } from '../credentials/renew-expired.js';
import type { SharedCredentials } from '../credentials/shared-credentials.js';
import { checkConfig, checkEndpoint } from '../set/check-options.js';
import type { ServiceSetOptions } from '../set/options.js';
import type { Connections, WireHandler } from '../wire/connections.js';
import type { HandlerOptions } from '../wire/load-handler.js';
import { bindToCalls, isSdkClient, looksLikeClient } from './sdk-client.js';

/** A class whose instances are made from a configuration. */
export type ClientClass = new (config: never) => object;

/** A client's configuration, member by member. */
type Config = Readonly<Record<string, unknown>>;

/** Options with the client's own configuration as plain members. */
export type ClientOptions = ServiceSetOptions<Config>;

/** What all clients of a set share. */
export interface Shared {
  readonly credentials: SharedCredentials;
  readonly connections: Connections;
}

/** Takes the place of the SDK's own silent logger: without an `info`, the SDK does not copy every answer for a log that nobody reads. */
const silent = { trace: nothing, debug: nothing, warn: nothing, error: nothing };

/** A client of one region, on the set's connections and credentials. */
export function makeClient(Class: ClientClass, target: Target, options: ClientOptions, shared: Shared): object {
  const { config, endpoint } = options;
  const own = typeof config === 'function' ? config(target) : config;
  if (typeof config === 'function') checkConfig(own);
  const address = typeof endpoint === 'function' ? endpoint(target) : endpoint;
  if (typeof endpoint === 'function') checkEndpoint(address, target);
  const client = new Class({
    ...sharedConfig(Class, options, shared),
    ...withSharedHandler(own, shared),
    region: target.region,
    ...(address === undefined ? {} : { endpoint: address }),
  } as never);
  if (isSdkClient(client)) renewExpired(client, shared.credentials);
  return bindToCalls(client);
}

/** A client that makes no request, for what it tells of its class; `undefined` for a class that cannot be made without its target. */
export function makeSample(
  Class: ClientClass,
  region: string,
  options: ClientOptions,
  shared: Shared,
): object | undefined {
  const own = typeof options.config === 'function' ? {} : options.config;
  try {
    return new Class({ ...sharedConfig(Class, options, shared), ...withSharedHandler(own, shared), region } as never);
  } catch {
    return undefined;
  }
}

function sharedConfig(Class: ClientClass, { credentials }: ClientOptions, shared: Shared): Config {
  if (looksLikeClient(Class)) {
    return { credentials: shared.credentials.provider, requestHandler: shared.connections.handler, logger: silent };
  }
  if (credentials === undefined) return {};
  return { credentials: typeof credentials === 'function' ? shared.credentials.provider : credentials };
}

/** A handler that was given, or made of options, serves all clients as the set's own does: none of them ends it for the others. */
function withSharedHandler(config: Config | undefined, { connections }: Shared): Config {
  if (config?.['requestHandler'] === undefined) return config ?? {};
  return { ...config, requestHandler: connections.for(config['requestHandler'] as WireHandler | HandlerOptions) };
}

function nothing(): void {}
