import type { LookupFunction } from 'node:net';
import type { Clocks } from '../../guards/clocks.js';
import type { ClientClass } from '../clients/make-client.js';
import type { ServiceSet } from '../set/fanned-types.js';
import { setOver } from '../set/service-set.js';
import { Connections } from '../wire/connections.js';
import { newKeys } from './wire.js';

/** Clocks that a test can wait for; the uplink as fast as such a test's server reads. */
export const shortClocks: Clocks = { connect: 400, lookup: 800, silence: 400, slowestUplink: 4_000_000 };

/** How a set under short clocks is made. */
interface Clocked {
  readonly clocks?: Partial<Clocks>;
  readonly lookup?: LookupFunction;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** A set of one region at this address, under short clocks. */
export function clockedSet<S extends object>(
  Class: new (config: never) => S,
  endpoint: string,
  { clocks = {}, lookup, config = {} }: Clocked = {},
): ServiceSet<S> {
  const connections = new Connections({ clocks: { ...shortClocks, ...clocks }, lookup });
  const options = { regions: ['eu-west-1'], credentials: newKeys(), endpoint, config };
  return setOver(Class as ClientClass, options, true, connections) as ServiceSet<S>;
}
