import { type Extended, extendSet, type FactoryOptions, OptionError, type ServiceSet, serviceSet } from '@proj/core';
import { Account } from './account/account.js';
import type { Authenticator } from './auth/login.js';
import { Session } from './auth/session.js';
import { checkOptions } from './check-options.js';
import type { StoreFacts } from './facts/index.js';
import type { SwiftFacts } from './facts/swift-facts.js';
import { Connections } from './wire/connections.js';
import { Region, type RegionTerms } from './wire/region.js';
import { sendLoginOn } from './wire/send-login.js';

/**
 * Which regions, and the limits of any set of core.
 *
 * @example
 * ```ts
 * const options: CloudFilesOptions = { regions: ['DFW', 'ORD'], timeout: 5_000 };
 * ```
 */
export interface CloudFilesOptions extends Omit<FactoryOptions, 'service' | 'partition' | 'regions'> {
  /** Names or globs of regions of the catalog. @defaultValue all, or those that the login names */
  readonly regions?: readonly string[] | undefined;
  /** Whether a token may go over http to another machine. @defaultValue false */
  readonly allowHttp?: boolean | undefined;
  /** How often a request is sent, at most. @defaultValue 3 */
  readonly maxAttempts?: number | undefined;
  /** Entries of a page of a listing, where the cluster gives fewer. @defaultValue 10,000 */
  readonly pageSize?: number | undefined;
}

/** Who logs in: to one identity service, whose catalog has the regions; or to each region by itself, by the region's name. */
export type CloudFilesAuth<F extends StoreFacts> = Authenticator<F> | Readonly<Record<string, Authenticator<F>>>;

/** What a set has beside what its regions have. */
export interface CloudFilesExtras {
  /** Ends all connections, of this set and of all that were made of it. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * The account in every region: the methods of {@link Account}, fanned out, and a set's own members.
 *
 * @example
 * ```ts
 * const near: CloudFilesSet = everywhere.in('DFW', 'ORD');
 * ```
 */
export type CloudFilesSet<F extends StoreFacts = SwiftFacts> = Extended<
  Omit<ServiceSet<Account<F>>, typeof Symbol.asyncDispose>,
  CloudFilesExtras
>;

/**
 * Logs in, and gives the account in every region of the catalog.
 *
 * @throws LoginError, ConnectionError; OptionError, RegionNameError for options that cannot work
 * @example
 * ```ts
 * const everywhere = await cloudFiles(rackspace({ username, apiKey }));
 * for (const [region, containers] of await everywhere.containers().byRegion()) console.log(region, containers.length);
 * ```
 */
export async function cloudFiles<F extends StoreFacts>(
  auth: CloudFilesAuth<F>,
  options: CloudFilesOptions = {},
): Promise<CloudFilesSet<F>> {
  checkOptions('cloudFiles(auth, options)', auth, options);
  const { regions: wanted, allowHttp = false, maxAttempts = 3, pageSize, ...limits } = options;
  const connections = new Connections();
  const terms = { connections, allowHttp, maxAttempts, pageSize };
  try {
    const regions = isAuthenticator(auth) ? await regionsOfCatalog(auth, terms) : regionsByName(auth, terms);
    const make = ({ region }: { readonly region: string }) => new Account(regionOf(regions, region));
    const set = serviceSet(make, { ...limits, service: 'cloudfiles', regions: [...regions.keys()] });
    const chosen = wanted === undefined ? set : set.in(...wanted);
    return extendSet(chosen, () => ({
      [Symbol.asyncDispose]: () => connections.close(),
    })) as object as CloudFilesSet<F>;
  } catch (error) {
    await connections.close();
    throw error;
  }
}

interface Terms {
  readonly connections: Connections;
  readonly allowHttp: boolean;
  readonly maxAttempts: number;
  readonly pageSize: number | undefined;
}

function isAuthenticator<F extends StoreFacts>(auth: CloudFilesAuth<F>): auth is Authenticator<F> {
  return typeof (auth as Partial<Authenticator>).login === 'function';
}

/** One login for all regions: which those are, the catalog says. */
async function regionsOfCatalog<F extends StoreFacts>(
  auth: Authenticator<F>,
  terms: Terms,
): Promise<ReadonlyMap<string, Region<F>>> {
  const session = new Session(auth, sendLoginOn(terms.connections, terms.allowHttp));
  const { endpoints } = await session.login();
  const known = endpoints.map(({ region }) => region);
  const missing = auth.regions?.find((region) => !known.includes(region));
  if (missing !== undefined) {
    throw new OptionError(`the catalog has no object store in ${missing}; there are ${known.join(', ')}`);
  }
  return new Map((auth.regions ?? known).map((name) => [name, new Region(name, termsOf(auth, session, terms))]));
}

/** A login for each region. None is made before something is asked there, so that each fails by itself. */
function regionsByName<F extends StoreFacts>(
  auths: Readonly<Record<string, Authenticator<F>>>,
  terms: Terms,
): ReadonlyMap<string, Region<F>> {
  const send = sendLoginOn(terms.connections, terms.allowHttp);
  const pairs = Object.entries(auths).map(([name, auth]) => {
    const session = new Session(renamed(auth, name), send);
    return [name, new Region(name, termsOf(auth, session, terms))] as const;
  });
  return new Map(pairs);
}

/** What it calls its region, the caller calls otherwise. */
function renamed(auth: Authenticator, region: string): Authenticator {
  const login: Authenticator['login'] = async (send) => {
    const found = await auth.login(send);
    const endpoint = found.endpoints.find((one) => one.region === region) ?? found.endpoints[0];
    return { ...found, endpoints: endpoint === undefined ? [] : [{ ...endpoint, region }] };
  };
  return { ...auth, login };
}

function termsOf<F extends StoreFacts>(auth: Authenticator<F>, session: Session, terms: Terms): RegionTerms<F> {
  const { connections, allowHttp, maxAttempts, pageSize } = terms;
  const facts = pageSize === undefined ? auth.facts : { ...auth.facts, page: pageSize as F['page'] };
  return { session, connections, allowHttp, maxAttempts, facts };
}

function regionOf<F extends StoreFacts>(regions: ReadonlyMap<string, Region<F>>, name: string): Region<F> {
  const region = regions.get(name);
  if (region !== undefined) return region;
  throw new OptionError(`there is no region ${name}; the catalog has ${[...regions.keys()].join(', ')}`);
}
