import type { Target } from '../../targets/target.js';

/** What a reader takes for the items of a page. */
export interface LaneItems<P, T> {
  /** Whether each page is one item: it is handed out whole. */
  readonly arePages: boolean;
  of(page: P, target: Target): Iterable<T>;
}

/** Pages as they are. */
export function wholePages<P>(): LaneItems<P, P> {
  return { arePages: true, of: (page) => [page] };
}

/** What `select` picks from each item of `items`. */
export function picked<P, T, U>(
  items: LaneItems<P, T>,
  select: (value: T, target: Target) => Iterable<U> | undefined,
): LaneItems<P, U> {
  return {
    arePages: false,
    *of(page, target) {
      for (const item of items.of(page, target)) yield* select(item, target) ?? [];
    },
  };
}
