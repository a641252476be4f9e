/** How many items a request takes. https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/SDBLimits.html */
const mostItems = 25;

/**
 * Items in batches of at most 25, each with no name twice, which SimpleDB refuses. No item is read ahead of its batch, but for
 * the one whose name ends it.
 */
export async function* batchesOf<T extends { readonly name: string }>(
  items: AsyncIterator<T> | Iterator<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  let batch = new Map<string, T>();
  let done = false;
  const take = (): readonly T[] => {
    const full = [...batch.values()];
    batch = new Map();
    return full;
  };
  try {
    for (let next = await items.next(); next.done !== true; next = await items.next()) {
      const { value } = next;
      if (batch.has(value.name)) yield take();
      batch.set(value.name, value);
      if (batch.size === mostItems) yield take();
    }
    done = true;
    if (batch.size > 0) yield take();
  } finally {
    // As a for loop would: whoever makes the items learns that nobody wants more of them.
    if (!done) await items.return?.();
  }
}
