import type { Facts } from '../facts/facts.js';
import type { Field, FieldTypes } from '../facts/field.js';
import type { ListedPage, ListingSource, PageRequest } from '../listing/listing-source.js';
import type { ListedEntry } from '../listing/row.js';
import { countRequest, type Spent } from '../requests/meter.js';
import type { RequestKind } from '../requests/requests.js';
import { compareUtf8 } from '../text/compare-utf8.js';

/** Waits before each answer; resolved in any order, they are answers in any order. */
export type Delay = () => Promise<void>;

/** A store of names alone, paged as its facts say, that counts what it is asked. */
export class StoreInMemory<F extends Facts> implements ListingSource<F> {
  readonly facts: F;
  readonly names: string[];
  readonly asked = new Map<RequestKind, number>();
  readonly #delay: Delay;

  constructor(facts: F, names: Iterable<string>, delay: Delay = async () => {}) {
    this.facts = facts;
    this.names = [...new Set(names)].sort(compareUtf8);
    this.#delay = delay;
  }

  get spent(): Spent {
    const total = [...this.asked.values()].reduce((sum, count) => sum + count, 0);
    return { total, by: Object.fromEntries(this.asked) };
  }

  page = async (request: PageRequest): Promise<ListedPage> => {
    await this.#request('LIST', request.signal);
    const from = request.token ?? request.after;
    const entries: ListedEntry[] = [];
    for (const entry of this.#entries(request)) {
      if (from !== undefined && compareUtf8('prefix' in entry ? entry.prefix : entry.name, from) <= 0) continue;
      if (entries.length === this.facts.page) return { entries, next: lastOf(entries) };
      entries.push(entry);
    }
    const full = this.facts.lastPage === 'short' && entries.length === this.facts.page;
    return { entries, next: full ? lastOf(entries) : undefined };
  };

  head = async (name: string, signal: AbortSignal): Promise<{ readonly [K in Field]?: FieldTypes[K] } | undefined> => {
    await this.#request('HEAD', signal);
    return this.names.includes(name) ? { contentType: `text/${name}`, metadata: { of: name } } : undefined;
  };

  count = async (): Promise<number> => {
    await this.#request('HEAD');
    return this.names.length;
  };

  async #request(kind: RequestKind, signal?: AbortSignal): Promise<void> {
    countRequest(kind);
    this.asked.set(kind, (this.asked.get(kind) ?? 0) + 1);
    await this.#delay();
    signal?.throwIfAborted();
  }

  *#entries({ prefix = '', delimiter, fields }: PageRequest): Generator<ListedEntry> {
    let last: string | undefined;
    for (const name of this.names) {
      if (!name.startsWith(prefix)) continue;
      const cut = delimiter === undefined ? -1 : name.indexOf(delimiter, prefix.length);
      if (cut < 0) yield { name, ...(fields.includes('size') ? { size: name.length } : {}) };
      else if (last !== name.slice(0, cut + 1)) {
        last = name.slice(0, cut + 1);
        yield { prefix: last };
      }
    }
  }
}

function lastOf(entries: readonly ListedEntry[]): string {
  const last = entries.at(-1);
  return last === undefined ? '' : 'prefix' in last ? last.prefix : last.name;
}
