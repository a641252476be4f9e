import { compareUtf8 } from '../text/compare-utf8.js';

/** A name that one of two listings has, or both. */
export interface Pair<R> {
  readonly name: string;
  readonly from: R | undefined;
  readonly to: R | undefined;
}

/** Puts two listings side by side, each in the order of its names, and holds one row of each. */
export async function* mergeListings<R extends { readonly name: string }>(
  from: AsyncIterable<R>,
  to: AsyncIterable<R>,
): AsyncGenerator<Pair<R>, void, undefined> {
  const [first, second] = [from[Symbol.asyncIterator](), to[Symbol.asyncIterator]()];
  try {
    const [asked, askedToo] = [next(first), next(second)];
    let [left, right]: (R | undefined)[] = [await asked, await askedToo];
    while (left !== undefined || right !== undefined) {
      const order = orderOf(left, right);
      const [a, b] = [order <= 0 ? left : undefined, order >= 0 ? right : undefined];
      yield { name: (a ?? b)?.name ?? '', from: a, to: b };
      if (a !== undefined) left = await next(first);
      if (b !== undefined) right = await next(second);
    }
  } finally {
    await Promise.all([first.return?.(), second.return?.()]);
  }
}

/** Below 0 where only the first has its name yet, above where only the second has. */
function orderOf(left: { readonly name: string } | undefined, right: { readonly name: string } | undefined): number {
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return compareUtf8(left.name, right.name);
}

async function next<R>(side: AsyncIterator<R>): Promise<R | undefined> {
  const { done, value } = await side.next();
  return done === true ? undefined : value;
}
