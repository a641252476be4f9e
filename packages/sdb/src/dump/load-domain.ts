import type { Domain } from '../objects/domain.js';
import { DumpFormatError } from './dump-format-error.js';
import type { DumpLine } from './dump-line.js';
import { type Destinations, loadLines } from './load-lines.js';
import type { LoadOptions } from './load-options.js';
import type { LoadReport } from './load-report.js';
import type { DumpSource } from './split-lines.js';

/** Loads a dump of one domain into one, whatever its name was and wherever it lived. */
export function loadDomain(domain: Domain, source: DumpSource, options: LoadOptions): Promise<LoadReport> {
  let first: DumpLine | undefined;
  const destinations: Destinations = (line, number) => {
    first ??= line;
    if (line.domain === first.domain && line.region === first.region) return domain;
    throw new DumpFormatError(number, 'is of another domain than those before it: load it with the load() of a set');
  };
  return loadLines('load(source, options)', source, destinations, options);
}
