/** One way to get an answer. It ends when the signal aborts. */
export type Way<A> = (signal: AbortSignal) => Promise<A>;

/**
 * The first answer of several ways to get it. The next is tried when one has failed, and also when it has been silent for
 * `patience` milliseconds, beside it. Fails with an `AggregateError` of all failures, in the order of the ways; leaves nothing behind.
 *
 * @example
 * const regions = await hedged(places.map((place) => (signal) => describeRegions(place, signal)), 1_500);
 */
export function hedged<A>(ways: readonly Way<A>[], patience: number): Promise<A> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const failures: unknown[] = [];
    let [begun, failed] = [0, 0];
    let timer: NodeJS.Timeout | undefined;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      end.abort();
    };
    const begin = (): void => {
      clearTimeout(timer);
      const at = begun;
      const way = ways[at];
      if (way === undefined) return;
      begun += 1;
      timer = setTimeout(begin, patience);
      way(end.signal).then(
        (answer) => finish(() => resolve(answer)),
        (failure: unknown) => {
          failures[at] = failure;
          failed += 1;
          if (failed === ways.length) finish(() => reject(new AggregateError(failures)));
          else if (!end.signal.aborted) begin();
        },
      );
    };
    begin();
  });
}
