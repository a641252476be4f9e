type Settled<O> = { readonly value: O } | { readonly error: unknown };

/**
 * Maps what a source gives, some at once, and gives the results in the order of the source. What came before a failure is given
 * before it is thrown, be it the map's or the source's own.
 */
export async function* mapInOrder<I, O>(
  source: AsyncIterable<I>,
  width: number,
  map: (item: I) => Promise<O>,
): AsyncGenerator<O> {
  const items = source[Symbol.asyncIterator]();
  const window: Promise<Settled<O>>[] = [];
  let open = true;
  try {
    for (;;) {
      while (open && window.length < width) {
        const next = await settled(items.next());
        open = !('error' in next) && next.value.done !== true;
        if ('error' in next) window.push(Promise.resolve(next));
        else if (next.value.done !== true) window.push(settled(map(next.value.value)));
      }
      const first = window.shift();
      if (first === undefined) return;
      const result = await first;
      if ('error' in result) throw result.error;
      yield result.value;
    }
  } finally {
    await items.return?.();
  }
}

async function settled<O>(promise: Promise<O>): Promise<Settled<O>> {
  try {
    return { value: await promise };
  } catch (error) {
    return { error };
  }
}
