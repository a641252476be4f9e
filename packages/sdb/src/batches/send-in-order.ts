interface Sending<R> {
  readonly names: ReadonlySet<string>;
  readonly result: Promise<R>;
}

/**
 * Sends batches, several at a time, and gives their results in the order of the batches. A batch is read when there is room for
 * it, and waits for those before it that have an item of the same name: what is written last is what stays.
 */
export async function* sendInOrder<T extends { readonly name: string }, R>(
  batches: AsyncGenerator<readonly T[], void, undefined>,
  concurrency: number,
  send: (batch: readonly T[]) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const sending: Sending<R>[] = [];
  let ended = false;
  const begin = async (): Promise<void> => {
    const { done, value: batch } = await batches.next();
    if (done === true) {
      ended = true;
      return;
    }
    const names = new Set(batch.map(({ name }) => name));
    const before = sending.filter((other) => batch.some(({ name }) => other.names.has(name)));
    const result = Promise.all(before.map(({ result }) => result)).then(() => send(batch));
    // Whoever waits for it gets the error; until then nobody does.
    result.catch(() => 'thrown when its turn comes');
    sending.push({ names, result });
  };
  try {
    while (true) {
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
