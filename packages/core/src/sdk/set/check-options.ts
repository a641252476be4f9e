import { OptionError } from '../../errors/option-error.js';
import { callOptionNames } from '../../fanout/call-options.js';
import type { Target } from '../../targets/target.js';
import type { ClientOptions } from '../clients/make-client.js';
import { flawOfKeys } from '../credentials/flaw-of-keys.js';

const factoryOptionNames = ['service', 'regions', 'partition', ...callOptionNames];
const clientOptionNames = ['credentials', 'endpoint', 'config', ...factoryOptionNames];

/** Refuses options that a set does not have, and values of the wrong kind, before anything is made. */
export function checkSetOptions(options: ClientOptions, isClass: boolean): void {
  if (!isObject(options))
    throw new OptionError(`the options are ${shown(options)}: give an object such as { regions: 'all' }`);
  checkNames(options, isClass);
  checkName('service', options.service);
  checkName('partition', options.partition);
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

function checkName(option: string, name: unknown): void {
  if (name === undefined || (typeof name === 'string' && name !== '')) return;
  throw new OptionError(`${option} is ${shown(name)}: give a name, or leave it out`);
}

function checkRegions(regions: unknown): void {
  if (regions === undefined || regions === 'enabled' || regions === 'all' || Array.isArray(regions)) return;
  throw new OptionError(
    `regions is ${shown(regions)}: give 'enabled', 'all' or a list such as ['eu-*', '!eu-south-*']`,
  );
}

function checkCredentials(credentials: unknown): void {
  if (credentials === undefined || typeof credentials === 'function') return;
  const flaw = flawOfKeys(credentials);
  if (flaw === undefined) return;
  throw new OptionError(
    `credentials ${flaw} were given: give an object with accessKeyId and secretAccessKey, or a provider, or leave it out`,
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
  const { requestHandler } = config as { readonly requestHandler?: unknown };
  if (requestHandler !== undefined && !isObject(requestHandler)) {
    throw new OptionError(
      `config.requestHandler is ${shown(requestHandler)}: give a handler, such as a NodeHttpHandler, or its options`,
    );
  }
  for (const [name, instead] of decided) {
    if ((config as Record<string, unknown>)[name] !== undefined) {
      throw new OptionError(`config.${name} is not for a set: ${instead}`);
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null || typeof value !== 'object' ? String(value) : 'an object of another kind';
}
