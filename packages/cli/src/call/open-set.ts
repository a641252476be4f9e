import { type ServiceSet, type ServiceSetOptions, serviceSet } from '@proj/core';
import type { Common } from '../command-line/common.js';
import type { Service } from '../services/service.js';
import { requireLoopback } from './loopback.js';

/** A set over a service's client, and what ends it. */
export interface OpenSet {
  readonly set: ServiceSet<object>;
  close(): Promise<void>;
}

type Config = Readonly<Record<string, unknown>>;

/**
 * The set of a service: of the account that environment or profile tell, or of a cloud of its own. `service`: the name of its
 * targets, where the class does not tell.
 */
export async function openSet(
  { Client, client }: Pick<Service, 'Client' | 'client'>,
  { local, profile, endpointUrl }: Pick<Common, 'local' | 'profile' | 'endpointUrl'>,
  service?: string,
): Promise<OpenSet> {
  // A queue's URL may name any host, and the signed request would go there.
  const config: Config = client === 'sqs' ? { useQueueUrlAsEndpoint: false } : {};
  if (local) return openLocal(Client, config, service);
  const set = setOver(Client, {
    service,
    ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }),
    config: profile === undefined ? config : { ...config, profile },
  });
  return { set, close: async () => set[Symbol.asyncDispose]() };
}

/**
 * Endpoint, credentials and partition are given, and the switches that would change the endpoint are off, so that nothing in the
 * environment or a profile leads a request elsewhere.
 */
async function openLocal(Client: Service['Client'], config: Config, service: string | undefined): Promise<OpenSet> {
  const { startLocalCloud } = await import('@proj/local');
  const cloud = await startLocalCloud();
  requireLoopback(cloud.url);
  const set = setOver(Client, {
    service,
    partition: 'aws',
    endpoint: cloud.url,
    credentials: cloud.credentials,
    config: { ...config, useFipsEndpoint: false, useDualstackEndpoint: false },
  });
  const close = async () => {
    await set[Symbol.asyncDispose]();
    await cloud.close();
  };
  return { set, close };
}

function setOver(Client: Service['Client'], options: ServiceSetOptions<Config>): ServiceSet<object> {
  return serviceSet(Client as new (config: Config) => object, options);
}
