import { OptionError } from '../errors/option-error.js';
import { type CallOptions, callOptionNames } from '../fanout/call-options.js';
import { requirePartition } from '../regions/table.js';
import { isGlob } from '../targets/pattern.js';
import type { WireHandler } from './connections.js';
import type { ClientOptions } from './make-client.js';

const factoryOptionNames = ['service', 'regions', 'partition', ...callOptionNames];
const clientOptionNames = ['credentials', 'endpoint', 'config', ...factoryOptionNames];

/** Refuses options that a set does not have, and values of the wrong kind, before anything is made. */
export function checkSetOptions(options: ClientOptions, isClass: boolean): void {
  const names = isClass ? clientOptionNames : factoryOptionNames;
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const hint = clientOptionNames.includes(name)
      ? ': the function that makes the services decides that'
      : `; there are ${names.join(', ')}`;
    throw new OptionError(`'${name}' is not an option of this set${hint}`);
  }
  checkRegions(options.regions);
  checkEndpoint(options.endpoint);
}

function checkRegions(regions: unknown): void {
  if (regions === undefined || regions === 'enabled' || regions === 'all' || Array.isArray(regions)) return;
  throw new OptionError(
    `regions is ${JSON.stringify(regions)}: give 'enabled', 'all' or a list such as ['eu-*', '!eu-south-*']`,
  );
}

function checkEndpoint(endpoint: unknown): void {
  if (endpoint === undefined || typeof endpoint === 'function') return;
  if (typeof endpoint === 'string' && URL.canParse(endpoint) && /^https?:/.test(endpoint)) return;
  throw new OptionError(
    `endpoint is ${JSON.stringify(endpoint)}: give an http(s) address, or a function of a target that gives one`,
  );
}

/** Those of the options that every call takes. */
export function callOptionsOf({ signal, abortSignal, deadline, timeout, concurrency }: ClientOptions): CallOptions {
  return { signal, abortSignal, deadline, timeout, concurrency };
}

/** A region that the set may well have, for making its first service. */
export function anyRegionOf({ regions, partition }: ClientOptions): string {
  const named = Array.isArray(regions)
    ? regions.find((pattern) => typeof pattern === 'string' && !isGlob(pattern) && !pattern.startsWith('!'))
    : undefined;
  return named ?? requirePartition(partition ?? 'aws').implicitGlobalRegion;
}

/** The profile that the client's own configuration names. */
export function profileOf({ config }: ClientOptions): string | undefined {
  const profile = typeof config === 'object' ? config['profile'] : undefined;
  return typeof profile === 'string' ? profile : undefined;
}

/** A request handler that was given for all clients, which core's own questions go through too. */
export function givenHandler({ config }: ClientOptions): WireHandler | undefined {
  const handler = (typeof config === 'object' ? config['requestHandler'] : undefined) as
    | Partial<WireHandler>
    | undefined;
  return typeof handler?.handle === 'function' ? (handler as WireHandler) : undefined;
}
