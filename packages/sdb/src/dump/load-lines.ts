import type { NewItem } from '../batches/write-batches.js';
import type { Domain } from '../objects/domain.js';
import { type Chunk, chunksOf } from './chunks-of.js';
import type { DumpLine } from './dump-line.js';
import { LoadError } from './load-error.js';
import { checkLoadOptions, type LoadOptions } from './load-options.js';
import { LoadCounter, type LoadReport } from './load-report.js';
import type { DumpSource } from './split-lines.js';

/** Where a line of a dump goes. @throws DumpFormatError for one that can go nowhere */
export type Destinations = (line: DumpLine, number: number) => Domain;

/**
 * Loads the lines of a dump, about a thousand at a time: those of a domain one after the other, those of different domains at
 * once. What is written takes the place of what is there, so that a piece may be written again.
 *
 * @throws LoadError when something stopped it, or when items were refused; DumpFormatError
 */
export async function loadLines(
  call: string,
  source: DumpSource,
  destinations: Destinations,
  options: LoadOptions,
): Promise<LoadReport> {
  checkLoadOptions(call, options);
  const counter = new LoadCounter();
  const loader = new Loader(destinations, options, counter);
  for await (const chunk of chunksOf(source, options.skipLines ?? 0)) {
    const [failure] = await loader.load(chunk);
    if (failure !== undefined) throw stopped(call, counter.report, failure.reason);
    counter.reached(chunk.reached);
    await options.onProgress?.(counter.report);
  }
  const { report } = counter;
  if (report.refused > 0) throw refused(call, report);
  return report;
}

class Loader {
  readonly #destinations: Destinations;
  readonly #options: LoadOptions;
  readonly #counter: LoadCounter;
  readonly #there = new Set<string>();

  constructor(destinations: Destinations, options: LoadOptions, counter: LoadCounter) {
    this.#destinations = destinations;
    this.#options = options;
    this.#counter = counter;
  }

  /** Loads a piece, and gives what went wrong when all of it has ended. */
  async load({ lines }: Chunk): Promise<readonly PromiseRejectedResult[]> {
    const groups = new Map<string, { readonly domain: Domain; readonly items: NewItem[] }>();
    for (const { line, number } of lines) {
      const domain = this.#destinations(line, number);
      const group = groups.get(`${domain}`) ?? { domain, items: [] };
      groups.set(`${domain}`, group);
      if (line.name !== undefined) group.items.push({ name: line.name, attributes: line.attributes ?? {} });
    }
    const ended = await Promise.allSettled([...groups.values()].map(({ domain, items }) => this.#write(domain, items)));
    return ended.filter((one) => one.status === 'rejected');
  }

  async #write(domain: Domain, items: readonly NewItem[]): Promise<void> {
    const { createDomains = true, concurrency, signal, timeout } = this.#options;
    if (createDomains && !this.#there.has(`${domain}`)) {
      await domain.create({ signal, timeout });
      this.#there.add(`${domain}`);
    }
    for await (const outcome of domain.batchPutEach(items, { replace: true, concurrency, signal, timeout })) {
      const { name } = outcome;
      if (outcome.status === 'done') this.#counter.wrote();
      else this.#counter.refused({ region: domain.region, domain: domain.name, name, error: outcome.error });
    }
  }
}

function stopped(call: string, report: LoadReport, cause: unknown): LoadError {
  const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const advice = `go on with skipLines: ${report.lines}`;
  return new LoadError(`${call}: stopped after ${report.lines} lines by ${why}; ${advice}`, report, cause);
}

function refused(call: string, report: LoadReport): LoadError {
  const [first] = report.refusals;
  const where = first && `${JSON.stringify(first.name)} of ${first.domain} in ${first.region}: ${first.error.message}`;
  const message = `${call}: ${report.refused} of ${report.items + report.refused} items were refused; the first is ${where}`;
  return new LoadError(message, report, first?.error);
}
