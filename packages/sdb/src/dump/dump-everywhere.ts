import { resourceSet, type ServiceSet } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import type { SimpleDB } from '../client/index.js';
import { type DumpOptions, dumpOptionNames } from './dump-options.js';
import { RegionDump } from './region-dump.js';

/** The lines of all regions of a set, as their pages arrive. */
export function dumpEverywhere(clients: ServiceSet<SimpleDB>, options: DumpOptions): AsyncIterable<string> {
  checkNames('dump(options)', options, dumpOptionNames);
  return linesOf(resourceSet(clients, (place) => new RegionDump(place, options)).dump());
}

async function* linesOf(
  pages: AsyncIterable<{ readonly value: readonly string[] }>,
): AsyncGenerator<string, void, undefined> {
  for await (const { value } of pages) yield* value;
}
