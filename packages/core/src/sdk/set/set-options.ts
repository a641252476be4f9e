import type { CallOptions } from '../../fanout/call-options.js';
import { knownRegions, partitionOf, regionsOf, requirePartition } from '../../regions/table.js';
import { parseSelection, type Selection, selectRegions } from '../../targets/select.js';
import type { ClientOptions } from '../clients/make-client.js';
import type { AnyPlace, AnyPlaces } from '../clients/service-source.js';
import type { WireHandler } from '../wire/connections.js';
import type { HandlerOptions } from '../wire/load-handler.js';

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

/** Where the set may well have a service, for making its first one: the likeliest first. */
export function placesOf({ regions, partition }: ClientOptions): AnyPlaces {
  const chosen = Array.isArray(regions) ? chosenBy(parseSelection(regions), partition) : [];
  const [first = requirePartition(partition ?? 'aws').implicitGlobalRegion, ...others] = chosen;
  return [placeIn(first, partition), ...others.map((region) => placeIn(region, partition))];
}

function chosenBy(selection: Selection, partition: string | undefined): readonly string[] {
  const base = partition === undefined ? knownRegions() : regionsOf(partition);
  return selection.exact.length > 0 ? selection.exact : selectRegions(selection, base, knownRegions());
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

/** The request handler, or its options, given for all clients, which core's own questions go through too. */
export function givenHandler({ config }: ClientOptions): WireHandler | HandlerOptions | undefined {
  return typeof config === 'object'
    ? (config['requestHandler'] as WireHandler | HandlerOptions | undefined)
    : undefined;
}
