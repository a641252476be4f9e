import { OptionError } from '../../errors/option-error.js';
import { defaultLimits, withOptions } from '../../fanout/limits.js';
import type { Target } from '../../targets/target.js';
import { Account } from '../account/account.js';
import type { LookUp } from '../account/look-up.js';
import { RegionFinder } from '../choice/region-finder.js';
import { RegionView } from '../choice/region-view.js';
import { ClientSource } from '../clients/client-source.js';
import { FactorySource } from '../clients/factory-source.js';
import type { ClientClass, ClientOptions } from '../clients/make-client.js';
import type { ServiceSource } from '../clients/service-source.js';
import { SharedCredentials } from '../credentials/shared-credentials.js';
import { Connections } from '../wire/connections.js';
import { checkSetOptions } from './check-options.js';
import type { ServiceSet } from './fanned-types.js';
import type { ConfigOf, FactoryOptions, ServiceSetOptions } from './options.js';
import { callOptionsOf, givenHandler, placesOf, profileOf } from './set-options.js';
import { setOf } from './set-proxy.js';
import type { Life, SetState } from './set-state.js';

/**
 * One object for a service in every region: call a method and it runs in all of them at once.
 *
 * Takes an SDK v3 client class (`EC2`, or `EC2Client` to be used by `send`), any class that is made from a configuration with
 * a `region`, or a function that makes the service of a target. Errors: `OptionError`, `UnknownRegionError`, `RegionNameError`,
 * `MixedPartitionsError` for options that cannot work, before any request is made.
 *
 * @example
 * const ec2 = serviceSet(EC2);
 * const volumes = await ec2.describeVolumes({}).flat((page) => page.Volumes);
 */
export function serviceSet<S extends object>(make: (target: Target) => S, options?: FactoryOptions): ServiceSet<S>;
export function serviceSet<C extends new (config: never) => object>(
  client: C,
  options?: ServiceSetOptions<ConfigOf<C>>,
): ServiceSet<InstanceType<C>>;
export function serviceSet(given: unknown, options: ClientOptions = {}): unknown {
  if (typeof given !== 'function') {
    const instance = typeof given === 'object' && given !== null ? ', and no instance of one' : '';
    throw new OptionError(
      `serviceSet(service): give an SDK client class such as EC2${instance}, or a function of a target`,
    );
  }
  const isClass = isClassLike(given);
  checkSetOptions(options, isClass);
  return setOver(given as ClientClass | ((target: Target) => object), options, isClass, new Connections());
}

/** The set on these connections. */
export function setOver(
  given: ClientClass | ((target: Target) => object),
  options: ClientOptions,
  isClass: boolean,
  connections: Connections,
): object {
  const credentials = new SharedCredentials(options.credentials, profileOf(options));
  const source = isClass
    ? new ClientSource(given as ClientClass, options, { credentials, connections }, placesOf(options)[0])
    : new FactorySource(given as (target: Target) => object, options.service, placesOf(options));
  const handed = givenHandler(options);
  const handler = connections.for(handed);
  return setOf(stateOver(source, options, { credentials, handler, endpoint: options.endpoint }, !isClass, connections));
}

function stateOver(
  source: ServiceSource<object>,
  options: ClientOptions,
  lookUp: Omit<LookUp, 'partition'>,
  anyNames: boolean,
  connections: Connections,
): SetState<object> {
  const { regions: choice = 'enabled', partition } = options;
  const service = (): string => source.learned().service;
  const finder = new RegionFinder({ choice, partition, anyNames, service, lookUp });
  return {
    source,
    finder,
    view: new RegionView(finder, service),
    limits: withOptions(defaultLimits, callOptionsOf(options)),
    extras: [],
    account: new Account(lookUp),
    credentials: lookUp.credentials,
    life: lifeOf(source, connections),
  };
}

function lifeOf(source: ServiceSource<object>, connections: Connections): Life {
  const life = {
    ended: false,
    end: async (): Promise<void> => {
      life.ended = true;
      try {
        await source.close();
      } finally {
        await connections.close();
      }
    },
  };
  return life;
}

/** A class can be told from a function that makes services by its methods, or by its being written as one. */
function isClassLike(given: { readonly prototype?: object }): boolean {
  if (/^class\b/.test(Function.prototype.toString.call(given))) return true;
  const { prototype } = given;
  if (prototype === undefined) return false;
  return Object.getOwnPropertyNames(prototype).length > 1 || Object.getPrototypeOf(prototype) !== Object.prototype;
}
