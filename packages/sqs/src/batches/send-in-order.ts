interface Sending<R> {
  readonly groups: ReadonlySet<string>;
  readonly result: Promise<R>;
}

/**
 * Sends batches, several at a time, and gives their results in the order of the batches. A batch is read when there is room for it,
 * and waits for those before it that have a message of the same group.
 */
export async function* sendInOrder<T, R>(
  batches: AsyncGenerator<T, void, undefined>,
  { concurrency, groupsOf }: { readonly concurrency: number; groupsOf(batch: T): ReadonlySet<string> },
  send: (batch: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const sending: Sending<R>[] = [];
  let ended = false;
  const begin = async (): Promise<void> => {
    const { done, value: batch } = await batches.next();
    if (done === true) {
      ended = true;
      return;
    }
    const groups = groupsOf(batch);
    const before = sending.filter((other) => [...groups].some((group) => other.groups.has(group)));
    const result = Promise.all(before.map(({ result: earlier }) => earlier)).then(() => send(batch));
    // Whoever waits for it gets the error; until then nobody does.
    result.catch(() => 'thrown when its turn comes');
    sending.push({ groups, result });
  };
  try {
    for (;;) {
      while (!ended && sending.length < concurrency) await begin();
      const first = sending[0];
      if (first === undefined) return;
      yield await first.result;
      sending.shift();
    }
  } finally {
    await batches.return();
    await Promise.allSettled(sending.map(({ result }) => result));
  }
}
