import type { CallOptions } from '../fanout/call-options.js';
import { knownRegions, partitionOf, regionsOf, requirePartition } from '../regions/table.js';
import { parseSelection, type Selection, selectRegions } from '../targets/select.js';
import type { WireHandler } from './connections.js';
import type { ClientOptions } from './make-client.js';
import type { AnyPlace } from './service-source.js';

/** Those of the options that every call takes. */
export function callOptionsOf({
  signal,
  abortSignal,
  deadline,
  timeout,
  concurrency,
  breaker,
}: ClientOptions): CallOptions {
  return { signal, abortSignal, deadline, timeout, concurrency, breaker };
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
