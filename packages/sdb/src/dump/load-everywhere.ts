import type { ServiceSet } from '@proj/core';
import type { SimpleDB } from '../client/index.js';
import { domainSet } from '../everywhere/domain-set.js';
import type { Domain } from '../objects/domain.js';
import { DumpFormatError } from './dump-format-error.js';
import { type Destinations, loadLines } from './load-lines.js';
import type { LoadOptions } from './load-options.js';
import type { LoadReport } from './load-report.js';
import type { DumpSource } from './split-lines.js';

/** Loads a dump into the regions that its lines name. */
export async function loadEverywhere(
  clients: ServiceSet<SimpleDB>,
  source: DumpSource,
  options: LoadOptions,
): Promise<LoadReport> {
  const regions = new Set((await clients.ready()).map(({ region }) => region));
  const domains = new Map<string, Domain>();
  const destinations: Destinations = ({ region, domain: name }, number) => {
    const key = `${region} ${name}`;
    const known = domains.get(key);
    if (known !== undefined) return known;
    if (!regions.has(region)) {
      throw new DumpFormatError(number, `is of the region ${JSON.stringify(region)}, which this set does not have`);
    }
    const domain = domainSet(clients, name).at(region);
    domains.set(key, domain);
    return domain;
  };
  return loadLines('load(source, options)', source, destinations, options);
}
