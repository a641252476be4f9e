import { OptionError } from '../errors/option-error.js';
import { type CallOptions, callOptionNames } from '../fanout/call-options.js';
import { knownRegions, partitionOf, regionsOf, requirePartition } from '../regions/table.js';
import { parseSelection, type Selection, selectRegions } from '../targets/select.js';
import type { Target } from '../targets/target.js';
import type { WireHandler } from './connections.js';
import type { ClientOptions } from './make-client.js';
import type { AnyPlace } from './service-source.js';

const factoryOptionNames = ['service', 'regions', 'partition', ...callOptionNames];
const clientOptionNames = ['credentials', 'endpoint', 'config', ...factoryOptionNames];

/** Refuses options that a set does not have, and values of the wrong kind, before anything is made. */
export function checkSetOptions(options: ClientOptions, isClass: boolean): void {
  if (!isObject(options))
    throw new OptionError(`the options are ${shown(options)}: give an object such as { regions: 'all' }`);
  checkNames(options, isClass);
  checkService(options.service);
  checkRegions(options.regions);
  checkCredentials(options.credentials);
  if (typeof options.endpoint !== 'function') checkEndpoint(options.endpoint);
  if (typeof options.config !== 'function') checkConfig(options.config);
}

function checkNames(options: object, isClass: boolean): void {
  const names = isClass ? clientOptionNames : factoryOptionNames;
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const hint = clientOptionNames.includes(name)
      ? ': the function that makes the services decides that'
      : `; there are ${names.join(', ')}`;
    throw new OptionError(`'${name}' is not an option of this set${hint}`);
  }
}

function checkService(service: unknown): void {
  if (service === undefined || (typeof service === 'string' && service !== '')) return;
  throw new OptionError(`service is ${shown(service)}: give the name that targets and reports are to show`);
}

function checkRegions(regions: unknown): void {
  if (regions === undefined || regions === 'enabled' || regions === 'all' || Array.isArray(regions)) return;
  throw new OptionError(
    `regions is ${shown(regions)}: give 'enabled', 'all' or a list such as ['eu-*', '!eu-south-*']`,
  );
}

/** The message shows nothing of what was given, since that may be a secret. */
function checkCredentials(credentials: unknown): void {
  if (credentials === undefined || typeof credentials === 'function') return;
  const { accessKeyId, secretAccessKey } = (credentials ?? {}) as Record<string, unknown>;
  if (typeof accessKeyId === 'string' && typeof secretAccessKey === 'string') return;
  throw new OptionError(
    'credentials is neither a provider nor an object with accessKeyId and secretAccessKey: give one of these, or leave it out',
  );
}

/** Refuses what is no address. `target`: for which a function gave it. */
export function checkEndpoint(endpoint: unknown, target?: Target): void {
  if (endpoint === undefined && target === undefined) return;
  if (typeof endpoint === 'string' && URL.canParse(endpoint) && /^https?:\/\//i.test(endpoint)) return;
  const where = target === undefined ? '' : ` for ${target.region}`;
  throw new OptionError(
    `endpoint is ${shown(endpoint)}${where}: give an http(s) address, or a function of a target that gives one`,
  );
}

/** What a set decides for all its clients, and how. */
const decided = new Map([
  ['region', 'each client has its own, by the option regions'],
  ['credentials', 'give the option credentials of the set, which are resolved once for all regions'],
  ['endpoint', 'give the option endpoint of the set, which may be a function of a target'],
]);

/** Refuses a client configuration that takes over what the set decides: all regions would be one. */
export function checkConfig(config: unknown): void {
  if (config === undefined) return;
  if (!isObject(config)) {
    throw new OptionError(
      `config is ${shown(config)}: give members of the client's configuration, or a function of a target`,
    );
  }
  for (const [name, instead] of decided) {
    if ((config as Record<string, unknown>)[name] !== undefined) {
      throw new OptionError(`config.${name} is not for a set: ${instead}`);
    }
  }
}

/** Those of the options that every call takes. */
export function callOptionsOf({ signal, abortSignal, deadline, timeout, concurrency }: ClientOptions): CallOptions {
  return { signal, abortSignal, deadline, timeout, concurrency };
}

/** Where the set may well have a service, for making its first one. */
export function anyPlaceOf({ regions, partition }: ClientOptions): AnyPlace {
  const region = Array.isArray(regions) ? firstOf(parseSelection(regions), partition) : undefined;
  return placeIn(region ?? requirePartition(partition ?? 'aws').implicitGlobalRegion, partition);
}

function firstOf(selection: Selection, partition: string | undefined): string | undefined {
  const base = partition === undefined ? knownRegions() : regionsOf(partition);
  return selection.exact[0] ?? selectRegions(selection, base, knownRegions())[0];
}

function placeIn(region: string, given: string | undefined): AnyPlace {
  const partition = given ?? partitionOf(region);
  return partition === undefined ? { region } : { region, partition };
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

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null || typeof value !== 'object' ? String(value) : 'an object of another kind';
}
