/** Maps what a source gives, so many at once, and gives the results as they come. Leaving the loop ends the source when what is under way is done. */
export async function* mapAsDone<I, O>(
  source: AsyncIterable<I>,
  width: number,
  map: (item: I) => Promise<O>,
): AsyncGenerator<O, void, undefined> {
  const items = source[Symbol.asyncIterator]();
  const flying = new Map<number, Promise<{ readonly id: number; readonly value: O }>>();
  let [id, open] = [0, true];
  try {
    for (;;) {
      while (open && flying.size < width) {
        const { done, value } = await items.next();
        open = done !== true;
        if (done === true) break;
        const own = id;
        id += 1;
        flying.set(
          own,
          map(value).then((mapped) => ({ id: own, value: mapped })),
        );
      }
      if (flying.size === 0) return;
      const first = await Promise.race(flying.values());
      flying.delete(first.id);
      yield first.value;
    }
  } finally {
    await Promise.allSettled(flying.values());
    await items.return?.();
  }
}
