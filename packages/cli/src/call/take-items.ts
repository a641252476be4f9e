import { listOf } from '../pages/rows.js';
import type { Call } from './call.js';

/** Counts the items of all regions, and cuts the page in which there are enough of them. */
export class ItemLimit {
  readonly #list: string;
  #left: number;

  constructor({ operation, common }: Call) {
    this.#list = listOf(operation)?.join('.') ?? '';
    this.#left = common.maxItems ?? Number.POSITIVE_INFINITY;
  }

  /** Whether there are as many as were asked for. */
  get full(): boolean {
    return this.#left <= 0;
  }

  /** The page with no more items than are still wanted. */
  cut(page: object): object {
    if (this.#left === Number.POSITIVE_INFINITY) return page;
    return cutAt(page, this.#list.split('.'), (items) => {
      const taken = items.slice(0, this.#left);
      this.#left -= taken.length;
      return taken;
    });
  }
}

function cutAt(holder: object, path: readonly string[], take: (items: readonly unknown[]) => unknown[]): object {
  const [name = '', ...rest] = path;
  const value = (holder as Readonly<Record<string, unknown>>)[name];
  if (rest.length > 0 && typeof value === 'object' && value !== null)
    return { ...holder, [name]: cutAt(value, rest, take) };
  return Array.isArray(value) ? { ...holder, [name]: take(value) } : holder;
}
