import type { Target } from '../targets/target.js';

/** What a page of a lane has in it. */
export type LaneItems<P, T> = (page: P, target: Target) => Iterable<T>;

/** The page itself. */
export function wholePage<P>(page: P): Iterable<P> {
  return [page];
}

/** What `select` picks from each item of `items`. */
export function picked<P, T, U>(
  items: LaneItems<P, T>,
  select: (value: T, target: Target) => Iterable<U> | undefined,
): LaneItems<P, U> {
  return function* (page, target) {
    for (const item of items(page, target)) yield* select(item, target) ?? [];
  };
}
